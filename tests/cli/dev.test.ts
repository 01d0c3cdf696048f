import { realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { keepRunning } from '../support/run-command.ts';

/** Longest a change may take to be seen, on a busy machine. */
const WAIT_MS = 20_000;
const LOOK_AGAIN_MS = 100;

/** Asks until the page has these words. */
async function seen(address: string, words: string): Promise<Response> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const response = await fetch(address);
    const text = await response.text();
    if (text.includes(words)) return response;
    if (Date.now() > end) throw new Error(`no “${words}” at ${address}:\n${text.slice(0, 2000)}`);
    await pause(LOOK_AGAIN_MS);
  }
}

it('shows an edit, a problem where it is, and the page again when it is mended', async () => {
  // Names that are passed over inside the project mean nothing elsewhere.
  const folder = join(await temporaryFolder(await realpath(tmpdir())), '.onrecord', 'dist');
  await writeFiles(SOUND, folder);
  const server = keepRunning(['dev', '--content', folder, '--port', '0']);
  onTestFinished(() => server.stop());
  const [, address = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\//);
  const page = `${address}/concepts/rag/`;
  const write = (text: string) => writeFile(join(folder, 'concepts/rag.md'), text);
  expect((await seen(page, 'Looks things up')).status).toBe(200);

  await write('---\ntitle: RAG\n---\nFirst edit [[claim:one/facts]].\n');
  expect((await seen(page, 'First edit')).status).toBe(200);

  // A wrong link: the page is there, with the problem on it.
  await write('---\ntitle: RAG\n---\nTo [[nowhere-at-all]].\n');
  expect((await seen(page, 'no page is called `nowhere-at-all`')).status).toBe(200);
  await server.waitFor(/concepts\/rag\.md:4:4 {2}error {2}unknown-link/);
  // Other pages go on, and say that something is wrong elsewhere.
  expect((await seen(`${address}/guests/ada/`, '1 more error')).status).toBe(200);

  // No page to show at all: its address says why.
  await write('---\ntitle: "RAG\n---\nBroken.\n');
  expect((await seen(page, 'This page cannot be made')).status).toBe(500);
  await server.waitFor(/unreadable-yaml/);

  await write('---\ntitle: RAG\n---\nMended [[claim:one/facts]].\n');
  const mended = await seen(page, 'Mended');
  expect(mended.status).toBe(200);
  expect(await (await fetch(page)).text()).not.toContain('unknown-link');

  // New pages come, and old ones go.
  await writeFiles({ 'articles/late.md': '---\ntitle: Late\n---\nTo [[rag]].\n' }, folder);
  expect((await seen(`${address}/articles/late/`, '<h1>Late</h1>')).status).toBe(200);
  await seen(page, 'Late');
});
