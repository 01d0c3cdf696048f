import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TALK } from '../../src/wiki/rules/evidence-findings.ts';
import { soundWith } from '../../src/wiki/rules/examples.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
const GOOD = {
  at: '1:00-2:00',
  text: 'An index is renewed nightly, so facts belong in it.',
  type: 'rule',
  about: ['rag'],
  quote: 'Facts belong in the index',
};

let folder: string;
let answer: RequestListener;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'));
  for (const [path, text] of Object.entries(soundWith({ 'transcripts/one.vtt': TALK }))) {
    await mkdir(dirname(join(folder, 'content', path)), { recursive: true });
    await writeFile(join(folder, 'content', path), text);
  }
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const speak =
  (content: string): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  };

async function draft(
  listener: RequestListener | undefined,
  ...more: string[]
): Promise<{ out: string; err: string; drafts: string }> {
  const content = join(folder, `c${Math.round(performance.now() * 1000)}`);
  cpSync(join(folder, 'content'), content, { recursive: true });
  if (listener) answer = listener;
  const { port } = server.address() as AddressInfo;
  const model = listener ? ['--endpoint', `http://127.0.0.1:${port}/v1`, '--model', 'test'] : [];
  const words = ['src/cli/onrecord.ts', 'draft', 'one', '--content', content, ...model, ...more];
  const { stdout, stderr } = await run(process.execPath, words, {
    cwd: ROOT,
    env: { ...process.env, ONRECORD_API_KEY: 'secret' },
  });
  return { out: stdout, err: stderr, drafts: readFileSync(join(content, 'drafts/one.yaml'), 'utf8') };
}

it('a good answer becomes a proposal, never more; the key goes along', { timeout: 30_000 }, async () => {
  let key: string | undefined;
  const good = await draft((request, response) => {
    key = request.headers.authorization;
    speak(`Here you are:\n\`\`\`json\n${JSON.stringify([{ ...GOOD, status: 'reviewed' }])}\n\`\`\``)(request, response);
  });
  expect(key).toBe('Bearer secret');
  expect(good.out).toContain('1 new proposal');
  expect(good.drafts).toContain('status: proposed');
  expect(good.drafts).not.toContain('reviewed');
});

it('a bad answer is rejected with reasons', { timeout: 30_000 }, async () => {
  const bad = [
    { ...GOOD, quote: 'Facts belong in the weights of the model' },
    { ...GOOD, at: '0:50-0:55', quote: undefined },
    { ...GOOD, about: ['astrology'] },
    { ...GOOD, at: 'soon' },
    'nonsense',
  ];
  const { err, out, drafts } = await draft(speak(JSON.stringify(bad)));
  expect(out).toContain('0 new proposals');
  expect(drafts.trim()).toBe('[]');
  expect(err.match(/^rejected /gm)).toHaveLength(5);
  for (const reason of [
    'quote',
    'Hans Host speaks',
    'about nothing in this archive',
    'at is not a range',
    'proposal 5',
  ])
    expect(err).toContain(reason);
});

it.each<[string, RequestListener, string]>([
  ['junk', speak('I am sorry, I cannot do that.'), 'holds no JSON list'],
  ['no JSON at all', (_, response) => response.end('<html>'), 'is no JSON'],
  ['no choices', (_, response) => response.end('{}'), 'holds no words'],
  ['an error', (_, response) => response.writeHead(503).end('busy'), 'answered 503'],
  ['silence', () => {}, 'no answer within 1 s'],
  ['a hang-up', (request) => request.socket.destroy(), 'cannot be reached'],
])('%s is said, and nothing proposed', { timeout: 30_000 }, async (_, listener, reason) => {
  const { err, out } = await draft(listener, '--patience', '1');
  expect(err).toContain(reason);
  expect(out).toContain('0 new proposals');
});

it('without a model, sentences that name a concept are proposed', {
  timeout: 30_000,
}, async () => {
  const path = join(folder, 'content/concepts/rag.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('title: RAG', 'title: RAG\naliases: [index]'));
  const { drafts, out } = await draft(undefined);
  expect(out).toContain('1 new proposal');
  expect(drafts).toContain('by: ada');
  expect(drafts).toContain('onrecord draft');
});

it('an address that is none is refused before anything is asked', { timeout: 30_000 }, async () => {
  const words = ['src/cli/onrecord.ts', 'draft', 'one', '--content', join(folder, 'content'), '--model', 'test'];
  await expect(run(process.execPath, [...words, '--endpoint', 'nonsense'], { cwd: ROOT })).rejects.toMatchObject({
    code: 2,
    stderr: 'onrecord: `nonsense` is no address of a server: write one like http://localhost:11434/v1\n',
  });
});
