import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createRandom } from '../../scripts/generate/random.ts';
import type { Wiki } from '../../src/wiki/wiki.ts';
import { applyFixes } from '../../src/workspace/apply-fixes.ts';
import { isRunning, processMark } from '../../src/workspace/process-mark.ts';
import { createFile, replaceFile } from '../../src/workspace/replace-file.ts';
import { writeImport } from '../../src/workspace/write-import.ts';
import { readFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT } from '../support/run-command.ts';

it('keeps what may be done with a file, and a link a link', async () => {
  const folder = await temporaryFolder();
  await writeFiles({ 'a.md': 'old', 'b.md': 'old' }, folder);
  await chmod(join(folder, 'a.md'), 0o640);
  await symlink('a.md', join(folder, 'linked.md'));
  await replaceFile(join(folder, 'linked.md'), 'new');
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('new');
  expect((await stat(join(folder, 'a.md'))).mode & 0o777).toBe(0o640);
  await replaceFile(join(folder, 'c/d.md'), 'new');
  expect((await readdir(folder)).sort()).toEqual(['a.md', 'b.md', 'c', 'linked.md']);
});

it('makes a file once', async () => {
  const folder = await temporaryFolder();
  await createFile(join(folder, 'a.md'), 'first');
  await expect(createFile(join(folder, 'a.md'), 'second')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFiles(folder)).toEqual({ 'a.md': 'first' });
});

it('clears what a killed process left, and leaves what a running one is at', async () => {
  const folder = await temporaryFolder();
  const mark = processMark();
  const dead = ['.a.md.4194999-12-1.draft', `.a.md.${process.pid}-1-1.draft`];
  const alive = `.a.md.${mark}-999.draft`;
  await writeFiles(Object.fromEntries([...dead, alive].map((name) => [name, 'half'])), folder);
  await replaceFile(join(folder, 'b.md'), 'new');
  expect((await readdir(folder)).sort()).toEqual([alive, 'b.md'].sort());
});

it('knows processes by when they began', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const mark = processMark(child.pid);
  expect(isRunning(mark)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect([isRunning(mark), isRunning(''), isRunning('x'), isRunning('0'), isRunning('-5')]).toEqual(
    Array(5).fill(false),
  );
  // A number that came again, after a restart.
  if (processMark().includes('-')) expect(isRunning(`${process.pid}-1`)).toBe(false);
});

it('an import that is killed leaves every file as before or as after, and can be run again', async () => {
  const folder = await temporaryFolder();
  const content = join(folder, 'content');
  const names = Array.from({ length: 40 }, (_, index) => `concepts/page-${index}.md`);
  const texts = (version: number) =>
    names.map((path) => ({ path, text: `${version} ${path} `.repeat(5000), from: '' }));
  const record = (version: number) => Object.fromEntries(texts(version).map(({ path, text }) => [path, text]));
  const script = join(folder, 'import.ts');
  await writeFile(
    script,
    `import { writeImport } from ${JSON.stringify(join(ROOT, 'src/workspace/write-import.ts'))};
const version = process.argv[2];
const changes = await writeImport(${JSON.stringify(content)}, ${JSON.stringify(names)}.map((path) => (
  { path, text: \`\${version} \${path} \`.repeat(5000), from: '' }
)), false, (done) => console.log(done));
for (const { change } of changes) console.log(change);
`,
  );
  /** As a person does it: each import is a process, and clears what the one before it left. Answers with what it said. */
  async function run(version: number, killAt?: number): Promise<string[]> {
    const child = spawn(process.execPath, [script, String(version)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      if (Number(line) === killAt) child.kill('SIGKILL');
    }
    const [code] = await ended;
    if (killAt === undefined) expect(code).toBe(0);
    return said;
  }
  await run(1);
  const random = createRandom(20260131, 'imports');
  let halfway = 0;
  for (let version = 2; version <= 9; version++) {
    await run(version, random.int(1, names.length - 10));
    const [before, after] = [record(version - 1), record(version)];
    const there = await readFiles(content);
    const isNew = names.map((path) => {
      expect([before[path], after[path]].includes(there[path])).toBe(true);
      return there[path] === after[path];
    });
    if (isNew.includes(true) && isNew.includes(false)) halfway++;
    // The second run ends what the first began, whatever of it was done.
    const said = await run(version);
    // A line before each file, and what became of it at the end.
    expect(said).toHaveLength(2 * names.length);
    expect(said).not.toContain('kept');
    expect(await readFiles(content)).toMatchObject(after);
    expect(await readdir(join(content, 'concepts'))).toHaveLength(names.length);
  }
  expect(halfway).toBeGreaterThan(0);
});

it('an import that cannot write one file has written the others before it, and knows that they are its own', async () => {
  const folder = await temporaryFolder();
  const files = (text: string) => ['a.md', 'b.md', 'c.md'].map((path) => ({ path, text, from: '' }));
  await mkdir(join(folder, 'b.md/in-the-way'), { recursive: true });
  await expect(writeImport(folder, files('1'), false)).rejects.toMatchObject({ code: expect.any(String) });
  await rm(join(folder, 'b.md'), { recursive: true });
  expect((await writeImport(folder, files('2'), false)).map(({ change }) => change)).toEqual(['updated', 'new', 'new']);
  expect(await readFiles(folder)).toMatchObject({ 'a.md': '2', 'b.md': '2', 'c.md': '2' });
});

it('fixes that fail leave each file as before or as after', async () => {
  const folder = await temporaryFolder();
  await writeFiles({ 'claims/a.yaml': 'at: "1"\n', 'claims/c.yaml': 'at: "1"\n' }, folder);
  const fix = (file: string) => ({
    file,
    span: { start: { line: 1, column: 5 }, end: { line: 1, column: 8 } },
    fix: { value: '2' },
  });
  const findings = ['claims/a.yaml', 'claims/gone.yaml', 'claims/c.yaml'].map(fix);
  await expect(applyFixes(folder, { evidence: { findings } } as unknown as Wiki)).rejects.toThrow('ENOENT');
  expect(await readFiles(folder)).toEqual({ 'claims/a.yaml': 'at: "2"\n', 'claims/c.yaml': 'at: "1"\n' });
});

it('is how every command writes what curators keep', async () => {
  const sources = Object.entries({
    ...(await readFiles(join(ROOT, 'src/cli'))),
    ...(await readFiles(join(ROOT, 'src/workspace'))),
  });
  const direct = sources.filter(([, text]) => /\b(?:writeFile|appendFile)(?:Sync)?\(/.test(text)).map(([file]) => file);
  // What is written into a folder that nobody reads before it is finished, and a measurement.
  expect(direct.sort()).toEqual([
    'build-search.ts',
    'build.ts',
    'facet-files.ts',
    'page-output.ts',
    'place-files.ts',
    'program/bundle-program.ts',
    'replace-file.ts',
    'search-indexer.ts',
    'shards.ts',
    'templates/bundle-pages.ts',
    'templates/templates.ts',
  ]);
});
