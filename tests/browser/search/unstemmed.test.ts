import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSearchOnDisk } from '../../../scripts/bench/search/node-search.ts';
import { loadResults } from '../../../src/browser/search/results.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { startSearchIndex } from '../../../src/workspace/build-search.ts';
import { compile } from '../../support/check.ts';
import { temporaryFolder } from '../../support/files.ts';

it.each([
  ['zh', '向量数据库 让检索更快。', '检索'],
  ['ja', 'ベクトルデータベースは検索を速くする。', '検索'],
  ['sk', 'Vektorová databáza zrýchli vyhľadávanie.', 'vyhľadávanie'],
])('searches an archive in %s, for which there are no stems', async (language, prose, query) => {
  const files = {
    'settings.yaml': `title: Archive\nlanguage: ${language}\n`,
    'concepts/one.md': `---\ntitle: One\n---\n${prose}\n`,
    'concepts/two.md': '---\ntitle: Two\n---\nOther words.\n',
  };
  const home = await temporaryFolder();
  const out = join(home, 'out');
  await (await startSearchIndex(viewContext(compile(files), '/', plainHighlight), home, out)).finished;
  const search = await openSearchOnDisk(out, language);
  const answer = await search.engine.search(query);
  const found = await loadResults(answer, search.pathOf, 0, 10);
  expect(found.map(({ path }) => path)).toEqual(['concepts/one/']);
});
