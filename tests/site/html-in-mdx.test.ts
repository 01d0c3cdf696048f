import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';

it('elements inside elements are text once, as they were written, and nothing is dropped', async () => {
  const content = await temporaryFolder();
  const inner =
    '<div>\n\n## Inside <i>it</i>\n\n- [ ] [l](https://a.test)\n\n<p>![x](https://a.test/x.png)</p>\n\n</div>';
  const text = `## One\n\n${inner}\n\n## Two\n\nAfter <b>bold <i>[it](https://a.test)</i></b> and [z](https://b.test)\n`;
  await writeFiles({ 'articles/a.mdx': `---\ntitle: A\n---\n\n${text}` }, content);
  const out = join(await temporaryFolder(), 'site');
  const { code, stderr } = await runCommand(['build', '--content', content, '--out', out, '--frozen']);
  expect([code, stderr.match(/.*satteri.*/gi)]).toEqual([0, null]);

  const page = await readFile(join(out, 'articles/a/index.html'), 'utf8');
  const shown = inner.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(page.replaceAll('&#x3C;', '&lt;')).toContain(`<p>${shown}</p>`);
  expect(page).toContain(
    'After &lt;b&gt;bold &lt;i&gt;[it](https://a.test)&lt;/i&gt;&lt;/b&gt; and <a href="https://b.test"',
  );
  expect(page.match(/<h2 id="(one|inside-it|two)"/g)).toEqual(['<h2 id="one"', '<h2 id="two"']);
});
