import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { copyProject } from '../../scripts/faults/copy-project.ts';
import { killBuilds } from '../../scripts/faults/kill-builds.ts';
import { createRandom } from '../../scripts/generate/random.ts';
import { copyWithoutCode } from '../support/copy-without-code.ts';
import { hashFiles, listFiles, temporaryFolder } from '../support/files.ts';
import { type Ran, ROOT } from '../support/run-command.ts';

const FIXTURE = join(ROOT, 'tests/fixtures/every-kind');
const SEED = 20260131;
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/** Root may do everything, so it steps down to see what others may not. */
const STEP_DOWN = isRoot
  ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', process.execPath]
  : [process.execPath];
const canStepDown = !isRoot || spawnSync('setpriv', ['--version']).status === 0;

/** `npm run faults`, every night, kills builds of the whole fixture. */
const copyFixture = (folder: string) => copyWithoutCode(FIXTURE, folder);

let home: string;
let project: string;
let command: string;
let content: string;
/** A site that was published before, and its bytes. */
let out: string;
let before: Record<string, string>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'on-record-faults-'));
  project = join(home, 'project');
  command = await copyProject(project);
  content = join(home, 'content');
  out = join(home, 'published/site');
  await copyFixture(content);
  if (isRoot) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  expect(await run('build', '--content', content, '--out', out)).toMatchObject({ code: 0 });
  before = await hashFiles(out);
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** The command line of the copy, as somebody whom permissions bind. */
function run(...words: string[]): Promise<Ran> {
  const [program, ...rest] = STEP_DOWN as [string, ...string[]];
  return new Promise((done) => {
    const env = { PATH: process.env.PATH, HOME: home, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
    const child = execFile(program, [...rest, command, ...words], { env, cwd: home }, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** One plain sentence at the end, no stack, and the old site as it was with nothing beside it. */
async function expectRefusal(ran: Ran, code: number, message: RegExp): Promise<void> {
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr).not.toMatch(/\n {4}at |node:internal/);
  expect(ran.code).toBe(code);
  expect(await hashFiles(out)).toEqual(before);
  expect(await readdir(join(out, '..'))).toEqual(['site']);
  expect((await readdir(join(project, '.onrecord'))).filter((name) => name.startsWith('build-'))).toEqual([]);
}

/** A content folder of its own for one test. */
async function ownContent(): Promise<string> {
  const folder = await mkdtemp(join(home, 'content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await copyFixture(folder);
  if (isRoot) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  return folder;
}

describe.skipIf(!canStepDown)('what the system refuses is said plainly, and the old site stays', () => {
  const build = (folder: string, site = out) => run('build', '--content', folder, '--out', site);

  it('a folder that may not be written', async () => {
    await chmod(join(out, '..'), 0o555);
    onTestFinished(() => chmod(join(out, '..'), 0o755));
    await expectRefusal(await build(content), 1, /published\S*: this user may not; look at its permissions/);
  });

  it('a page that may not be read', async () => {
    const folder = await ownContent();
    await chmod(join(folder, 'concepts/search.md'), 0);
    await expectRefusal(await build(folder), 1, /concepts\/search\.md: this user may not; look at its permissions/);
  });

  it('links that lead nowhere, and folders named like pages: all of them at once', async () => {
    const folder = await ownContent();
    await symlink('nowhere.md', join(folder, 'concepts/linked.md'));
    await symlink('circle.md', join(folder, 'concepts/circle.md'));
    await mkdir(join(folder, 'concepts/folder.md'));
    const ran = await build(folder);
    await expectRefusal(ran, 1, /concepts\/linked\.md: it is not there, or a link to it is broken/);
    expect(ran.stderr).toMatch(/concepts\/circle\.md: its links lead in a circle/);
    expect(ran.stderr).toMatch(/concepts\/folder\.md: it is a folder; a file was expected/);
  });

  it('content that is not there', async () => {
    await expectRefusal(await build(join(home, 'gone')), 2, /there is no folder \S+gone/);
  });

  it('a place that holds something else', async () => {
    const folder = await ownContent();
    const untouched = await hashFiles(content);
    await expectRefusal(await build(content, folder), 2, /holds files that no build made/);
    await expectRefusal(await build(content, content), 2, /which holds/);
    await expectRefusal(await build(content, home), 2, /which holds/);
    await expectRefusal(await build(content, join(content, 'settings.yaml')), 2, /is a file; name a folder/);
    expect(await hashFiles(content)).toEqual(untouched);
  });
});

it.skipIf(!isRoot)('a full disk', async ({ skip }) => {
  const disk = await mkdtemp(join(home, 'disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=1900k,uid=${NOBODY},gid=${NOBODY}`, 'none', disk]);
  if (mounted.status !== 0) skip('this machine mounts nothing');
  onTestFinished(async () => {
    spawnSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  });
  const site = join(disk, 'site');
  expect(await run('build', '--content', content, '--out', site)).toMatchObject({ code: 0 });
  const old = await hashFiles(site);
  const again = await run('build', '--content', content, '--out', site);
  expect(again.stderr).toMatch(/the disk is full; make room and try again\n$/);
  expect(again.code).toBe(1);
  expect(await hashFiles(site)).toEqual(old);
  expect(await readdir(disk)).toEqual(['site']);
});

it('two builds into one folder at once: one site, whole', async () => {
  const other = await ownContent();
  await writeFile(join(other, 'articles/another.md'), '---\ntitle: Another\n---\nWords.\n');
  const site = join(home, 'shared/site');
  const ran = await Promise.all([content, other].map((folder) => run('build', '--content', folder, '--out', site)));
  expect(ran.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', '']);
  const pages = await hashFiles(site);
  const alone = join(home, 'shared/alone');
  expect(await run('build', '--content', other, '--out', alone)).toMatchObject({ code: 0 });
  expect([before, await hashFiles(alone)]).toContainEqual(pages);
  expect((await readdir(join(home, 'shared'))).sort()).toEqual(['alone', 'site']);
});

it('a damaged cache is noticed and made again', async () => {
  const cache = join(project, '.onrecord');
  const random = createRandom(SEED, 'damage');
  const damages = ['flip', 'cut', 'empty', 'garbage'] as const;
  for (let round = 0; round < 2; round++) {
    // The whole cache at once, each file in another place: a build that trusts any of it is wrong or falls over.
    // Compiling the pages' code again takes longest, and one digest guards each of its files: once is enough for those.
    const files = (await listFiles(cache)).filter((file) => round === 0 || !file.startsWith('templates/'));
    for (const file of files) {
      const path = join(cache, file);
      const bytes = await readFile(path);
      const damage = random.pick(damages);
      const at = random.int(0, Math.max(0, bytes.length - 1));
      if (damage === 'flip' && bytes.length > 0) bytes[at] = (bytes[at] as number) ^ (1 << random.int(0, 7));
      if (damage === 'flip') await writeFile(path, bytes);
      if (damage === 'cut') await truncate(path, at);
      if (damage === 'empty') await truncate(path, 0);
      if (damage === 'garbage') await writeFile(path, 'not what was here');
      if (isRoot) await chown(path, NOBODY, NOBODY);
    }
    expect(await run('build', '--content', content, '--out', out)).toMatchObject({ code: 0 });
    expect(await hashFiles(out)).toEqual(before);
  }
}, 300_000);

// The last, because it works as whoever runs the tests, and leaves files in the cache that others may not touch.
it('a killed build leaves the whole old site or the whole new one, and the next one clears up', async () => {
  const folder = await temporaryFolder(tmpdir());
  const kills = 4;
  const report = await killBuilds({ folder, project, content, kills, seed: SEED, coldEvery: kills });
  expect(report.killed + report.through).toBe(kills);
  expect(report.old).toBeGreaterThan(0);
}, 600_000);
