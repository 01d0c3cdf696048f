import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ADDRESSES_FILE } from '../../src/wiki/graph/published-addresses.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';

/** Locks the sound archive with a lock that is there already; answers what is there afterwards. */
async function lockOver(lock: string): Promise<{ code: number | null; stderr: string; now: string }> {
  const folder = await temporaryFolder();
  await writeFiles({ ...SOUND, [ADDRESSES_FILE]: lock }, folder);
  const { code, stderr } = await runCommand(['addresses', '--lock', '--content', folder]);
  return { code, stderr, now: await readFile(join(folder, ADDRESSES_FILE), 'utf8') };
}

it('adds to the lock what it does not hold', async () => {
  const { code, now } = await lockOver('- concepts/rag\n');
  expect(code).toBe(0);
  expect(now.match(/^- \S+\/$/gm)).toHaveLength(7);
});

it.each([
  ['an entry that is no address', '- concepts/rag/\n- 7\n', `${ADDRESSES_FILE}:2:3`],
  ['something else than a list', 'concepts/rag/: here\n', `${ADDRESSES_FILE}:1:1`],
  ['no YAML', '- [concepts/rag/\n', `${ADDRESSES_FILE}:`],
])('leaves a lock with %s as it is, and says where', async (_, lock, place) => {
  const { code, stderr, now } = await lockOver(lock);
  expect([code, now]).toEqual([1, lock]);
  expect(stderr).toContain(place);
  expect(stderr).toContain('Nothing was locked');
});
