import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../scripts/generate/random.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { EDITS } from '../support/edits.ts';
import { hashFiles, listFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT, runCommand } from '../support/run-command.ts';

/** More in a night: `EDITS=200 SEED=7 npm test -- tests/site/rebuild.test.ts`. */
const ROUNDS = Number(process.env.EDITS ?? 8);
const SEED = Number(process.env.SEED ?? 1);

const random = createRandom(SEED, 'rebuild');

/** What somebody does to the site that is there, or to what was kept of it. */
const HARMS: Readonly<Record<string, (out: string, step: number) => Promise<void>>> = {
  'edit a published page in place': async (out) => {
    const page = random.pick((await listFiles(out)).filter((path) => path.endsWith('.html')).sort());
    await writeFile(join(out, page), 'not what was built');
  },
  'remove published pages': async (out) => {
    const page = random.pick((await listFiles(out)).filter((path) => path.endsWith('/index.html')).sort());
    await rm(dirname(join(out, page)), { recursive: true });
  },
  'leave something among the pages': async (out, step) => {
    const page = random.pick((await listFiles(out)).sort());
    await writeFile(join(out, dirname(page), `left-${step}.txt`), 'left');
  },
  'lose the site before the last': () => rm(join(ROOT, '.onrecord', 'spare'), { recursive: true, force: true }),
};

const SORTS = [...Object.keys(EDITS), ...Object.keys(HARMS), 'revert'];

it(
  `${ROUNDS} edits, each built over what was there, give the bytes of a build from nothing`,
  async () => {
    const home = await temporaryFolder();
    const content = join(home, 'content');
    const out = join(home, 'out');
    let files: Files = generateContent({ pages: 60, seed: SEED });
    const before: Files[] = [];
    let built: unknown;
    for (let step = 0; step <= ROUNDS; step++) {
      const sort = step === 0 ? 'begin' : step === 1 ? 'change a claim' : random.pick(SORTS);
      before.push(files);
      files = sort === 'revert' ? random.pick(before) : (EDITS[sort]?.(files, step, random) ?? files);
      await HARMS[sort]?.(out, step);
      for (const path of await listFiles(content).catch(() => [])) {
        if (files[path] === undefined) await rm(join(content, path));
      }
      await writeFiles(files, content);
      // The second thread reads what is kept too; nobody who asks for threads has pages made before they can be written.
      const threads = step % 3 === 0 ? [] : ['--threads', String(step % 3)];
      const again = await runCommand(['build', '--content', content, '--out', out, ...threads]);

      const fresh = join(home, `fresh-${step}`);
      await writeFiles(files, join(fresh, 'content'));
      const clean = await runCommand(['build', '--content', join(fresh, 'content'), '--out', join(fresh, 'out')]);
      expect([sort, again.code, again.stderr]).toEqual([sort, clean.code, expect.any(String)]);
      // An edit may be an error: then the site stays as it was.
      if (clean.code === 0) built = await hashFiles(join(fresh, 'out'));
      else files = before.at(-1) as Files;
      expect([sort, await hashFiles(out)]).toEqual([sort, built]);
      await rm(fresh, { recursive: true });
    }
  },
  ROUNDS * 10_000 + 60_000,
);

it('builds the same when what was kept is not whole', async () => {
  const home = await temporaryFolder();
  const content = join(home, 'content');
  await writeFiles(generateContent({ pages: 60, seed: SEED }), content);
  const build = async () => {
    const { code } = await runCommand(['build', '--content', content, '--out', join(home, 'out')]);
    expect(code).toBe(0);
    return hashFiles(join(home, 'out'));
  };
  const first = await build();
  for (const name of ['parsed', 'search', 'pages', 'map']) {
    const kept = join(ROOT, '.onrecord', name);
    const files = await listFiles(kept);
    expect(files).not.toEqual([]);
    for (const file of files) await writeFile(join(kept, file), 'not what was kept\n');
  }
  expect(await build()).toEqual(first);
});
