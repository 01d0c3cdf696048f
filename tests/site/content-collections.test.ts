import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { ROOT, runCommand } from '../support/run-command.ts';

const PAGE = `---
import { getCollection, getEntry } from 'astro:content';

const concepts = await getCollection('concepts');
const search = await getEntry('concepts', 'search');
const claims = await getCollection('claims', ({ data }) => data.type === 'rule');
---
<html lang="en"><body>
<ul>{concepts.map((concept) => <li>{concept.id}: {concept.data.title}</li>)}</ul>
<p>{search?.data.aliases?.join(', ')}</p>
<ol>{claims.map((claim) => <li>{claim.id} by {claim.data.by}</li>)}</ol>
</body></html>
`;

it('a page of one’s own can ask getCollection for any kind', async () => {
  const project = await temporaryFolder();
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    await cp(join(ROOT, name), join(project, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  await writeFile(join(project, 'src/pages/listing.astro'), PAGE);
  const words = [
    'build',
    '--content',
    join(ROOT, 'tests/fixtures/every-kind'),
    '--frozen',
    '--out',
    join(project, 'out'),
  ];
  const { code, stderr } = await runCommand(words, project, join(project, 'src/cli/onrecord.ts'));
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const page = await readFile(join(project, 'out/listing/index.html'), 'utf8');
  expect(page).toContain('<li>retrieval-augmented-generation: Retrieval-augmented generation</li>');
  expect(page.match(/<ul>.*<\/ul>/s)?.[0].match(/<li>/g)).toHaveLength(3);
  expect(page).toContain('<p>Information retrieval, Übersuche</p>');
  expect(page).toContain('<ol><li>looking-things-up/facts-in-index by ada-lovelace</li></ol>');
});
