import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import { newPage } from '../../src/cli/new.ts';
import { diagnosticSchema } from '../../src/wiki/diagnostics/format-json.ts';
import { allKinds, type KindName } from '../../src/wiki/kinds/index.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { rules } from '../../src/wiki/rules/index.ts';
import { compile } from '../support/check.ts';
import { readFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { keepRunning, runCommand } from '../support/run-command.ts';
import { testSite } from '../support/test-sites.ts';

const COMMANDS = [
  'start',
  'check',
  'build',
  'merge-output',
  'dev',
  'serve',
  'new',
  'path',
  'explain',
  'schemas',
  'addresses',
];

describe('help', () => {
  it('names every command', async () => {
    const { code, stdout } = await runCommand(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
  });

  it.each(COMMANDS)('%s --help says what it takes', async (command) => {
    const { code, stdout, stderr } = await runCommand([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`onrecord ${command}`);
    expect(stdout).toContain('--help');
    expect(stdout).not.toMatch(/undefined|\[object/);
  });
});

describe('misuse', () => {
  it.each<[string[], string]>([
    [[], 'COMMAND --help'],
    [['chek'], 'did you mean `check`?'],
    [['check', '--jsn'], "'--jsn'"],
    [['check', 'content'], 'content'],
    [['check', '--content', 'no/such/folder'], 'there is no folder no/such/folder'],
    [['build', '--content', 'no/such/folder'], 'there is no folder no/such/folder'],
    [['dev', '--content', 'no/such/folder'], 'no/such/folder'],
    [['build', '--site', 'not-an-address'], 'is not an address such as https://example.org'],
    [['build', '--site', 'javascript:x'], 'is not an address such as https://example.org'],
    [['build', '--shard', '4/3'], '`4/3` is not a part such as 3/8'],
    [['merge-output'], 'name the folders to merge'],
    [['merge-output', 'no/such/folder'], 'no/such/folder is no part of a build'],
    [['serve', '--out', 'no/such/folder'], 'there is no site in no/such/folder'],
    [['explain', 'unknown-lnk'], 'did you mean `unknown-link`?'],
    [['new'], 'which kind?'],
    [['new', 'concpt', 'X'], 'did you mean `concept`?'],
    [['new', 'concept'], 'what is the title?'],
    [['new', 'concept', '???'], 'gives no address'],
  ])('%j ends with 2 and says why', async (words, message) => {
    const { code, stdout, stderr } = await runCommand(words);
    expect(stdout + stderr).toContain(message);
    expect(stdout + stderr).not.toMatch(/\n\s+at .*\.ts/);
    expect(code).toBe(2);
  });

  it('a port that is none ends with 2', async () => {
    const { folder } = await testSite('empty');
    const { code, stderr } = await runCommand(['serve', '--out', folder, '--port', '70000']);
    expect([code, stderr]).toEqual([2, 'onrecord: `70000` is not a port\n']);
  });
});

describe('check', () => {
  const check = async (files: Record<string, string>, ...words: string[]) => {
    const folder = await temporaryFolder();
    await writeFiles(files, folder);
    return runCommand(['check', '--content', '.', ...words], folder);
  };
  const WARNS = { ...SOUND, 'concepts/lonely.md': '---\ntitle: Lonely\n---\n' };
  const FAILS = { ...WARNS, 'articles/a.md': '---\ntitle: A\n---\nSee [[ragg]].\n' };

  it('ends with 0 and one line when all is well', async () => {
    expect(await check(SOUND)).toEqual({ code: 0, stdout: 'No problems in 7 pages and 8 links.\n', stderr: '' });
  });

  it('ends with 0 on warnings, with 1 when they count', async () => {
    const { code, stdout, stderr } = await check(WARNS);
    expect([code, stdout]).toEqual([0, '0 errors, 1 warning in 1 file\n']);
    expect(stderr).toContain('concepts/lonely.md:2:8  warning  unlinked-page');
    expect((await check(WARNS, '--strict')).code).toBe(1);
  });

  it('ends with 1 on errors, and shows the place, the line and a hint', async () => {
    const { code, stdout, stderr } = await check(FAILS);
    expect([code, stdout]).toEqual([1, '1 error, 1 warning in 2 files\n']);
    expect(stderr).toContain('articles/a.md:4:5  error  unknown-link');
    expect(stderr).toContain('4 │ See [[ragg]].');
    expect(stderr).toContain('did you mean `rag`?');
  });

  it('--json prints one object a line and nothing else', async () => {
    const { code, stdout, stderr } = await check(FAILS, '--json');
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.trimEnd().split('\n');
    const found = lines.map((line) => diagnosticSchema.parse(JSON.parse(line)));
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'articles/a.md unknown-link',
      'concepts/lonely.md unlinked-page',
    ]);
    expect((await check(SOUND, '--json')).stdout).toBe('');
  });

  it('names files as they are seen from where it was started', async () => {
    const folder = await temporaryFolder();
    await writeFiles(FAILS, join(folder, 'some/texts'));
    await mkdir(join(folder, 'other'));
    const inside = await runCommand(['check', '--content', 'some/texts'], folder);
    expect(inside.stderr).toContain('some/texts/articles/a.md:4:5');
    // What lies elsewhere is named in full.
    const beside = await runCommand(['check', '--content', '../some/texts'], join(folder, 'other'));
    expect(beside.stderr).toContain(`${join(folder, 'some/texts')}/articles/a.md:4:5`);
  });
});

describe('explain', () => {
  it('lists every code', async () => {
    const { code, stdout } = await runCommand(['explain']);
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(rules.map((rule) => rule.code));
  });

  it.each(rules.map((rule) => rule.code))('%s: what it means, wrong and right', async (code) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(await explain.run({ options: {}, positionals: [code] })).toBe(0);
    const stdout = log.mock.calls.join('\n');
    log.mockRestore();
    expect(stdout).toMatch(new RegExp(`^# ${code} \\((error|warning)\\)\n\n\\S`));
    expect(stdout).toContain('## Wrong');
    expect(stdout).toContain('## Right');
  });
});

describe('new', () => {
  /** What a fresh page of a kind may be told: the examples in its template are to be replaced. */
  const EXPECTED: Partial<Record<KindName, string[]>> = {
    comparison: ['unknown-link'],
    concept: ['unknown-link', 'unlinked-page'],
    position: ['unlinked-page'],
    criterion: ['unlinked-page'],
    claim: ['unknown-link'],
    guest: ['unlinked-page'],
    episode: ['wrong-value'],
    collection: ['unknown-link'],
    article: ['unknown-link'],
  };

  it.each(allKinds.map((kind) => kind.name))('%s: a page that checks but for what is to be filled in', async (name) => {
    const folder = await temporaryFolder();
    await writeFiles(SOUND, folder);
    const title = name === 'claim' ? 'one' : `A “new” ${name}: it's #1`;
    const { code, stdout, stderr } = await runCommand(['new', name, title, '--content', folder]);
    expect([code, stderr]).toEqual([0, '']);
    const path = stdout.trim();
    expect(existsSync(path)).toBe(true);
    const { stdout: lines } = await runCommand(['check', '--json', '--content', folder]);
    const found = lines.split('\n').filter(Boolean);
    const codes = found.map((line) => diagnosticSchema.parse(JSON.parse(line)).code);
    expect([...new Set(codes)].sort()).toEqual(EXPECTED[name] ?? []);
    if (name !== 'claim') expect(await readFile(path, 'utf8')).toContain(`it's #1`);
  });

  it.each(['2024', 'true', '*Star*', '- dash', '[x]', 'a: b', '"Quoted" name', 'x #1', "'", 'Ünï & Ço. (UK)'])(
    'takes %j as a title',
    async (title) => {
      const folder = await temporaryFolder();
      const log = vi.spyOn(console, 'log').mockImplementation(() => {});
      const call = { options: { content: folder, slug: 'somebody' }, positionals: ['guest', title] };
      expect(await newPage.run(call)).toBe(0);
      log.mockRestore();
      const { graph, diagnostics } = compile(await readFiles(folder));
      expect(diagnostics.map(({ code }) => code)).toEqual(['unlinked-page']);
      expect(graph.nodes[0]?.title).toBe(title);
    },
  );

  it('never overwrites a page', async () => {
    const folder = await temporaryFolder();
    await writeFiles(SOUND, folder);
    const before = await readFiles(folder);
    const { code, stderr } = await runCommand(['new', 'concept', 'RAG', '--content', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('rag.md is there already');
    expect(await readFiles(folder)).toEqual(before);
  });

  it('adds a claim behind the others', async () => {
    const folder = await temporaryFolder();
    await writeFiles(SOUND, folder);
    expect((await runCommand(['new', 'claim', 'one', '--content', folder])).code).toBe(0);
    const text = await readFile(join(folder, 'claims/one.yaml'), 'utf8');
    expect(text.startsWith(SOUND['claims/one.yaml'] ?? expect.fail())).toBe(true);
    expect(text.match(/^- id: /gm)).toHaveLength(2);
  });

  it('does not write beside an .mdx page of that name', async () => {
    const folder = await temporaryFolder();
    await writeFiles({ 'articles/how.mdx': '---\ntitle: How\n---\n' }, folder);
    const { code, stderr } = await runCommand(['new', 'article', 'How', '--content', folder]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('how.mdx is there already')]);
  });
});

describe('schemas', () => {
  it('writes one for every kind, the settings and a diagnostic', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'schemas');
    expect((await runCommand(['schemas', '--out', out])).code).toBe(0);
    const files = await readFiles(out);
    const names = [...allKinds.map((kind) => kind.name), 'settings', 'diagnostic'];
    expect(Object.keys(files)).toEqual(expect.arrayContaining(names.map((name) => `${name}.schema.json`)));
    for (const text of Object.values(files)) expect(JSON.parse(text)).toHaveProperty('$schema');
  });
});

describe('serve', () => {
  async function occupy(): Promise<number> {
    const server: Server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => new Promise((done) => server.close(() => done())));
    return (server.address() as { port: number }).port;
  }

  it('serves at the base the site was built for, on the next free port', async () => {
    const { folder } = await testSite('every-kind-docs');
    const taken = await occupy();
    const server = keepRunning(['serve', '--out', folder, '--port', String(taken)]);
    onTestFinished(() => server.stop());
    const [, address = '', port] = await server.waitFor(/at (http:\/\/localhost:(\d+)\/docs\/)/);
    expect(Number(port)).toBeGreaterThan(taken);
    const page = await fetch(`${address}concepts/search/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    expect(await page.text()).toContain('<h1>Search</h1>');
    const missing = await fetch(`${address}concepts/nowhere/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Not on record');
    for (const path of ['/docs/../../../../etc/passwd', '/docs/%2e%2e/%2e%2e/built.json', '/docs/%', '/elsewhere/']) {
      expect([path, (await fetch(new URL(address).origin + path)).status]).toEqual([path, 404]);
    }
  });
});
