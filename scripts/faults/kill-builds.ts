import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../generate/random.ts';
import { startBuild } from './build-process.ts';
import { commandOf, copyProject } from './copy-project.ts';

export interface KillOptions {
  /** An empty folder to work in. */
  folder: string;
  /** A copy of the program that has built already; without it one is made. */
  project?: string;
  /** A content folder; it is copied. */
  content: string;
  kills: number;
  seed: number;
  /** Every so many builds begin without any cache, so that the compilation of the pages' code is killed too. */
  coldEvery: number;
  onKill?(done: KillReport): void;
}

export interface KillReport {
  /** Builds that were killed before they had ended. */
  killed: number;
  /** Of those, how many left the old site, and how many had put the new one in place. */
  old: number;
  new: number;
  /** Builds that were through before their moment came. */
  through: number;
}

/** What a build says as it goes from stage to stage: moments to be killed at. */
const STAGES = ['Checking', 'Writing down', 'Rendering', 'Finishing', 'Writing the sitemap', 'Publishing', 'Keeping'];

/** Ways to build: over what is there or not, by one thread or two. */
const WAYS = [[], ['--threads', '2'], ['--clean', '--threads', '1'], ['--clean', '--threads', '2']];

/**
 * Kills builds, with everything they started, at seeded moments: half of them anywhere in the time that a build takes,
 * half shortly after a stage began. Two contents take turns, so that each build has a site to replace. Throws when the
 * published folder is ever anything but one of the two sites, when the build after a kill fails or makes other bytes,
 * or when it leaves anything of the killed one behind.
 */
export async function killBuilds(options: KillOptions): Promise<KillReport> {
  const { folder, kills, seed, coldEvery } = options;
  const random = createRandom(seed, 'kills');
  const project = options.project ?? join(folder, 'project');
  const home = join(folder, 'home');
  const out = join(home, 'site');
  const command = options.project ? commandOf(project) : await copyProject(project);
  const contents = [join(home, 'one'), join(home, 'two')] as const;
  for (const content of contents) await cp(options.content, content, { recursive: true });
  await mkdir(join(contents[1], 'articles'), { recursive: true });
  await writeFile(join(contents[1], 'articles/only-in-two.md'), '---\ntitle: Only in two\n---\nNothing more.\n');

  const sites: string[] = [];
  let typicalMs = 0;
  for (const content of [...contents].reverse()) {
    const start = performance.now();
    await build(content);
    typicalMs = performance.now() - start;
    sites.unshift(await digestOf(out));
  }
  if (sites[0] === sites[1]) throw new Error('the two sites are the same: nothing would be seen');

  const report: KillReport = { killed: 0, old: 0, new: 0, through: 0 };
  let published = 0;
  for (let number = 1; number <= kills; number++) {
    const next = 1 - published;
    if (number % coldEvery === 0) await rm(join(project, '.onrecord'), { recursive: true, force: true });
    const how = random.pick(WAYS);
    const process = startBuild(command, [...wordsFor(contents[next] as string), ...how]);
    const stage = random.chance(0.5) ? undefined : random.pick(STAGES);
    const waitMs = random.next() * (stage === undefined ? typicalMs : typicalMs / 20);
    if (stage !== undefined) await process.saying(stage);
    await Promise.race([process.ended, pause(waitMs)]);
    await process.kill();
    const where = `kill ${number} (seed ${seed}, ${[...how, stage ?? 'anywhere'].join(' ')} + ${Math.round(waitMs)} ms)`;
    const isThrough = (await process.ended) !== null;
    const site = sites.indexOf(await digestOf(out));
    if (site === -1) throw new Error(`${where}: the published folder is neither the old site nor the new one`);
    if (isThrough) report.through++;
    else {
      report.killed++;
      report[site === published ? 'old' : 'new']++;
    }
    const before = performance.now();
    await build(contents[next] as string, where);
    if (number % coldEvery !== 0) typicalMs = performance.now() - before;
    if ((await digestOf(out)) !== sites[next]) throw new Error(`${where}: the build after it made other bytes`);
    const left = [
      ...(await readdir(home)).filter((name) => !['one', 'two', 'site'].includes(name)),
      ...(await readdir(join(project, '.onrecord'))).filter((name) => name.startsWith('build-')),
    ];
    if (left.length > 0) throw new Error(`${where}: the build after it left ${left.join(', ')}`);
    published = next;
    options.onKill?.(report);
  }
  return report;

  async function build(content: string, after?: string): Promise<void> {
    const process = startBuild(command, wordsFor(content));
    const code = await process.ended;
    if (code !== 0) throw new Error(`${after ?? 'the first build'}: the build ended with ${code}\n${process.said()}`);
  }
  function wordsFor(content: string): string[] {
    return ['build', '--content', content, '--out', out];
  }
}

/** One digest of every path and byte below a folder. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(`${relative(folder, path)}\0`).update(await readFile(path));
  return hash.digest('hex');
}
