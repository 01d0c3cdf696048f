import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../scripts/generate/random.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { hashFiles, listFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT, runCommand } from '../support/run-command.ts';

/** More in a night: `EDITS=200 SEED=7 npm test -- tests/site/rebuild.test.ts`. */
const EDITS = Number(process.env.EDITS ?? 5);
const SEED = Number(process.env.SEED ?? 1);

type Edit = (files: Files, step: number) => Files;
const random = createRandom(SEED, 'rebuild');
const pick = (files: Files, folder: string) =>
  random.pick(
    Object.keys(files)
      .filter((path) => path.startsWith(folder))
      .sort(),
  );

const added = (step: number) => `articles/added-${step}.md`;
const isAdded = (path: string) => path.startsWith('articles/added-');

const EDITS_OF: Record<string, Edit> = {
  add: (files, step) => {
    const concept = pick(files, 'concepts/').replace(/^.*\/|\.mdx?$/g, '');
    return { ...files, [added(step)]: `---\ntitle: Added ${step}\nformat: guide\n---\nSee [[${concept}]].\n` };
  },
  'change a claim': (files, step) => {
    const path = pick(files, 'claims/');
    return { ...files, [path]: (files[path] as string).replace(/text: >-\n\s+/, (start) => `${start}Edit ${step}: `) };
  },
  'change the time of a claim': (files, step) => {
    const path = pick(files, 'claims/');
    return { ...files, [path]: (files[path] as string).replace(/at: "[^"]*"/, `at: "0:${10 + (step % 49)}"`) };
  },
  'change a page': (files, step) => {
    const path = pick(files, 'concepts/');
    return { ...files, [path]: `${files[path]}\nA paragraph more, number ${step}.\n` };
  },
  'change a title': (files, step) => {
    const path = pick(files, 'guests/');
    return { ...files, [path]: (files[path] as string).replace(/^title: .*$/m, (line) => `${line} ${step}`) };
  },
  'change the settings': (files, step) => ({
    ...files,
    'settings.yaml': (files['settings.yaml'] as string).replace(/^title: .*$/m, `title: Archive ${step}`),
  }),
  rename: (files, step) => {
    const old = Object.keys(files).filter(isAdded).sort()[0];
    if (!old) return files;
    const { [old]: text, ...rest } = files;
    return { ...rest, [added(step)]: text as string };
  },
  delete: (files) => {
    const old = Object.keys(files).filter(isAdded).sort()[0];
    if (!old) return files;
    const { [old]: _, ...rest } = files;
    return rest;
  },
};

it(`${EDITS} edits, each built over what was there, give the bytes of a build from nothing`, async () => {
  const home = await temporaryFolder();
  const content = join(home, 'content');
  const out = join(home, 'out');
  let files: Files = generateContent({ pages: 60, seed: SEED });
  const before: Files[] = [];
  for (let step = 0; step <= EDITS; step++) {
    const names = [...Object.keys(EDITS_OF), 'revert'];
    // In the first round each sort of edit once; then by chance.
    const name = names[(step - 1) % names.length] ?? '';
    const sort = step <= names.length ? name : random.pick(names);
    const next = sort === 'revert' ? (random.pick(before) ?? files) : (EDITS_OF[sort]?.(files, step) ?? files);
    before.push(files);
    files = next;
    for (const path of await listFiles(content).catch(() => [])) {
      if (files[path] === undefined) await rm(join(content, path));
    }
    await writeFiles(files, content);
    // The second thread reads what is kept too.
    const again = await runCommand(['build', '--content', content, '--out', out, '--threads', String(1 + (step % 2))]);
    expect([sort, again.code, again.stderr]).toEqual([sort, 0, expect.any(String)]);

    const fresh = join(home, `fresh-${step}`);
    await writeFiles(files, join(fresh, 'content'));
    const clean = await runCommand(['build', '--content', join(fresh, 'content'), '--out', join(fresh, 'out')]);
    expect([sort, clean.code]).toEqual([sort, 0]);
    expect([sort, await hashFiles(out)]).toEqual([sort, await hashFiles(join(fresh, 'out'))]);
    await rm(fresh, { recursive: true });
  }
});

it('builds the same when what was kept is not whole', async () => {
  const home = await temporaryFolder();
  const content = join(home, 'content');
  await writeFiles(generateContent({ pages: 60, seed: SEED }), content);
  const build = async (out: string) => {
    const { code } = await runCommand(['build', '--content', content, '--out', join(home, out)]);
    expect(code).toBe(0);
    return hashFiles(join(home, out));
  };
  const first = await build('first');
  for (const name of ['parsed', 'search']) {
    const kept = join(ROOT, '.onrecord', name);
    const files = await listFiles(kept);
    expect(files).not.toEqual([]);
    for (const file of files) await writeFile(join(kept, file), 'not what was kept\n');
  }
  expect(await build('second')).toEqual(first);
});
