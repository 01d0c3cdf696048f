import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashFiles, temporaryFolder } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';
import { type SiteName, testSite } from '../support/test-sites.ts';

const CASES: SiteName[] = ['generated', 'every-kind-docs', 'hostile', 'sixty-citations'];

it.each(CASES)('%s: our runtime and Astro’s make the same bytes', async (name) => {
  const { content, base, site, folder } = await testSite(name);
  const out = join(await temporaryFolder(), 'out');
  const words = ['build', '--astro', '--content', content, '--out', out, '--base', base];
  const { code, stderr } = await runCommand([...words, ...(site ? ['--site', site] : [])]);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  expect(await hashFiles(folder)).toEqual(await hashFiles(out));
});
