import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashFiles, listFiles, temporaryFolder } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';
import { testSite } from '../support/test-sites.ts';

it('parts, merged, are the site that one machine builds', async () => {
  const { content, base, site, folder } = await testSite('every-kind-docs');
  const home = await temporaryFolder();
  const parts = [1, 2, 3].map((part) => join(home, `part-${part}`));
  const build = (part: string, out: string) =>
    runCommand(['build', '--shard', part, '--content', content, '--out', out, '--base', base, '--site', site ?? '']);
  const merge = (folders: string[]) => runCommand(['merge-output', ...folders, '--out', join(home, 'out')]);
  for (const [index, out] of parts.entries()) expect((await build(`${index + 1}/3`, out)).code).toBe(0);
  const [one, two, three] = parts as [string, string, string];

  // Each has pages that no other has.
  const pages = await Promise.all(
    parts.map(async (part) => (await listFiles(part)).filter((file) => file.endsWith('.html'))),
  );
  for (const [index, own] of pages.entries()) {
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((file) => pages.some((other, at) => at !== index && other.includes(file)))).toEqual([]);
  }

  expect((await merge([three, one, two])).code).toBe(0);
  expect(await hashFiles(join(home, 'out'))).toEqual(await hashFiles(folder));

  // What does not fit together is refused, and the site stays.
  const refused = async (folders: string[], message: RegExp) => {
    const { code, stderr } = await merge(folders);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  };
  await refused([one, three], /missing: 2\/3/);
  await refused([one, two, two], /the same part/);
  await refused([one, two, content], /no part of a build/);
  const record = await readFile(join(two, 'shard.json'), 'utf8');
  await writeFile(join(two, 'shard.json'), record.replace(/"build":"./, '"build":"x'));
  await refused([one, two, three], /parts of different builds/);
  await writeFile(join(two, 'shard.json'), record);
  await copyFile(join(two, 'shard.json'), join(two, 'favicon.svg'));
  await refused([one, two, three], /has another favicon\.svg/);
  expect(await hashFiles(join(home, 'out'))).toEqual(await hashFiles(folder));
});
