import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../scripts/generate/random.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import type { NodeId } from '../../src/wiki/corpus/node.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { recordId } from '../../src/wiki/views/contracts/search-facets.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { type ViewContext, viewContext } from '../../src/wiki/views/view-context.ts';
import { type SearchOptions, startSearchIndex } from '../../src/workspace/build-search.ts';
import { changedNodes } from '../support/changed-nodes.ts';
import { compile } from '../support/check.ts';
import { hashFiles, readFiles, writeFiles } from '../support/files.ts';
import { twoTranscripts } from '../support/two-transcripts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-search-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function indexOf(name: string) {
  const context = viewContext(compile(generateContent({ pages: 300 })), '/', plainHighlight);
  const out = join(folder, name, 'out');
  const job = await startSearchIndex(context, join(folder, name), out);
  await job.finished;
  return { context, files: await readFiles(out) };
}

it('gives the same files, byte for byte, for the same content', async () => {
  const [{ context, files: first }, { files: second }] = [await indexOf('a'), await indexOf('b')];
  const records = Object.keys(first).filter((path) => path.endsWith('.pf_fragment'));
  expect(records.length).toBeGreaterThan(context.wiki.graph.nodes.length / 10);
  expect(Object.keys(second)).toEqual(Object.keys(first));
  expect(Object.keys(first).filter((path) => first[path] !== second[path])).toEqual([]);

  // Every record is found under its number, once, in a file that is named after what is in it.
  for (const [index, kind] of [
    ['claims', 'claim'],
    ['pages', undefined],
  ] as const) {
    const ids = records
      .filter((path) => path.startsWith(`${index}/`))
      .flatMap((path) =>
        Object.keys(JSON.parse(gunzipSync(readFileSync(join(folder, 'a', 'out', path))).toString('utf8', 12))),
      );
    const count = context.wiki.graph.nodes.filter((node) => (node.kind === 'claim') === (kind === 'claim')).length;
    expect(new Set(ids)).toEqual(new Set(Array.from({ length: count }, (_, row) => `en_${recordId(row)}`)));
    expect(ids).toHaveLength(count);
  }
});

it('makes an index of nothing', async () => {
  const out = join(folder, 'none', 'out');
  const job = await startSearchIndex(viewContext(compile({}), '/', plainHighlight), join(folder, 'none'), out);
  await job.finished;
  expect(Object.keys(await readFiles(out))).toContain('names/names.json');
});

/** Builds of one archive after another, as a curator makes them: each knows what those before have kept and published. */
async function curator() {
  const home = await mkdtemp(join(folder, 'curator-'));
  const kept = join(home, 'kept');
  let builds = 0;
  let published = join(home, 'none');
  const build = async (context: ViewContext, options: SearchOptions = {}) => {
    const out = join(home, String(++builds));
    const job = await startSearchIndex(context, join(home, `workshop-${builds}`), out, {
      kept,
      earlier: published,
      ...options,
    });
    await job.finished;
    published = out;
    return out;
  };
  const clean = async (context: ViewContext, options: SearchOptions = {}) => {
    const out = join(home, String(++builds));
    await (await startSearchIndex(context, join(home, `workshop-${builds}`), out, options)).finished;
    return hashFiles(out);
  };
  return { kept, build, clean };
}

const contextOf = (files: Files) => viewContext(compile(files), '/', plainHighlight);

it('takes each index that was made of the same, and makes the others', async () => {
  const { kept, build, clean } = await curator();
  const files = generateContent({ pages: 60 });
  const [page] = Object.keys(files).filter((path) => path.startsWith('concepts/'));
  const edited = { ...files, [page as string]: `${files[page as string]}\nA harpsichord more.\n` };
  const first = await build(contextOf(files));
  const keys = async () => Promise.all(['pages', 'claims'].map(async (name) => (await stat(join(kept, name))).ino));
  const before = await keys();
  const again = await build(contextOf(files));
  expect(await hashFiles(again)).toEqual(await hashFiles(first));
  expect(await keys()).toEqual(before);
  // Files that are the same are not written again.
  const inode = async (out: string) => (await stat(join(out, 'pages/pagefind.js'))).ino;
  expect(await inode(again)).toBe(await inode(first));

  expect(await hashFiles(await build(contextOf(edited)))).toEqual(await clean(contextOf(edited)));
  // The prose of a page is none of what claims are found by.
  expect((await keys()).map((key, index) => key === before[index])).toEqual([false, true]);
});

it('makes records of what changed alone, where it is told, and of all where that is not enough', async () => {
  const { kept, build, clean } = await curator();
  const files = generateContent({ pages: 60 });
  const [page = ''] = Object.keys(files).filter((path) => path.startsWith('concepts/'));
  const edited = { ...files, [page]: `${files[page]}\nA harpsichord more.\n` };
  const before = contextOf(files);
  const after = contextOf(edited);
  const nodes = changedNodes(before, after);
  expect(nodes.size).toBe(1);
  const wanted = await clean(after);
  await build(before, { state: 'first' });
  expect(await hashFiles(await build(after, { state: 'second', changed: { since: 'first', nodes } }))).toEqual(wanted);
  // Nobody has to know what has not changed since: a promise that is kept by nothing.
  await build(before, { state: 'third' });
  const wrong = await build(after, { state: 'fourth', changed: { since: 'third', nodes: new Set() } });
  expect(await hashFiles(wrong)).not.toEqual(wanted);
  // Another state was kept since; nothing was; what was is damaged; a page that nobody told of.
  const none = { since: 'first', nodes: new Set<NodeId>() };
  await build(before, { state: 'fifth' });
  expect(await hashFiles(await build(after, { changed: none }))).toEqual(wanted);
  await build(before, { state: 'first' });
  await writeFile(join(kept, 'claims'), 'not what was kept');
  expect(await hashFiles(await build(after, { changed: none }))).toEqual(wanted);
  await build(before, { state: 'first' });
  await rm(kept, { recursive: true });
  expect(await hashFiles(await build(after, { changed: none }))).toEqual(wanted);
  await build(contextOf(Object.fromEntries(Object.entries(files).filter(([path]) => path !== page))), {
    state: 'first',
  });
  expect(await hashFiles(await build(before, { changed: none }))).toEqual(await clean(before));
});

it('takes what was said again where transcripts are the same, and only as long as it may', async () => {
  const { build, clean } = await curator();
  const content = await mkdtemp(join(folder, 'content-'));
  const talks = twoTranscripts();
  const said = 'transcripts/one.vtt';
  const states: Files[] = [
    talks,
    talks,
    { ...talks, [said]: `${talks[said]}\n00:03:00.000 --> 00:03:10.000\n<v Ada Lovelace>A harpsichord more.\n` },
    { ...talks, 'shows/talks.md': '---\ntitle: Talks\n---\n' },
    talks,
  ];
  const records: number[] = [];
  for (const files of states) {
    await rm(content, { recursive: true });
    await writeFiles(files, content);
    const out = await build(contextOf(files), { content });
    expect(await hashFiles(out)).toEqual(await clean(contextOf(files), { content }));
    const { passages = 0 } = JSON.parse(readFileSync(join(out, 'names/names.json'), 'utf8')).records;
    records.push(passages);
  }
  expect(records).toEqual([3, 3, 4, 0, 3]);
});

/** More in a night: `EDITS=200 SEED=7 npm test -- tests/workspace/build-search.test.ts`. */
const EDITS = Number(process.env.EDITS ?? 8);
const SEED = Number(process.env.SEED ?? 1);

it(`${EDITS} edits, each indexed over what was kept, give the bytes of an index from nothing`, async () => {
  const random = createRandom(SEED, 'search');
  const { kept, build, clean } = await curator();
  const pick = (files: Files, start: string) =>
    random.pick(
      Object.keys(files)
        .filter((path) => path.startsWith(start))
        .sort(),
    ) ?? '';
  const replace = (files: Files, path: string, from: RegExp, to: (found: string) => string): Files => ({
    ...files,
    [path]: (files[path] ?? '').replace(from, to),
  });
  const word = () =>
    random.pick(['harpsichord', 'Vektordatenbanken', 'datenbank', 'naïve', 'C++', 'gpt4', 'the', '检索']);
  const edits: Record<string, (files: Files, step: number) => Files> = {
    'the words of a claim': (files, step) =>
      replace(files, pick(files, 'claims/'), /text: >-\n\s+/, (found) => `${found}${word()} ${step} `),
    'the prose of a page': (files, step) => {
      const path = pick(files, 'concepts/');
      return { ...files, [path]: `${files[path]}\nOf ${word()}, number ${step}.\n` };
    },
    'the title of a guest': (files, step) =>
      replace(files, pick(files, 'guests/'), /^title: .*$/m, (found) => `${found} ${step}`),
    'the title of a concept': (files) =>
      replace(files, pick(files, 'concepts/'), /^title: .*$/m, (found) => `${found} ${word().replace('+', '')}`),
    'a page more': (files, step) => ({
      ...files,
      [`articles/added-${step}.md`]: `---\ntitle: Added ${word()} ${step}\nformat: guide\n---\n${word()}\n`,
    }),
    'a page under another name': (files, step) => {
      const path = Object.keys(files).find((one) => one.startsWith('articles/added-'));
      if (path === undefined) return files;
      const { [path]: text = '', ...others } = files;
      return { ...others, [`articles/added-again-${step}.md`]: text };
    },
    'a page less': (files) => {
      const path = Object.keys(files).find((one) => one.startsWith('articles/added-'));
      return Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));
    },
    'a claim more': (files, step) => {
      const path = pick(files, 'claims/');
      const [first = ''] = (files[path] ?? '').split('\n\n');
      return { ...files, [path]: `${files[path]}\n${first.replace(/id: .*/, `id: added-${step}`)}\n` };
    },
    'a claim less': (files) => {
      const path = Object.keys(files).find((one) => files[one]?.includes('id: added-')) ?? '';
      return replace(files, path, /\n- id: added-[\s\S]*?(?=\n- id|$)/, () => '');
    },
    'the language': (files) => {
      const { 'settings.yaml': text = '' } = files;
      const others = text.replace(/^language: .*\n/m, '');
      return { ...files, 'settings.yaml': others === text ? `language: de\n${text}` : others };
    },
    nothing: (files) => files,
  };
  const damage: Record<string, () => Promise<void>> = {
    none: async () => undefined,
    'a byte': async () => {
      const path = join(kept, random.pick(['pages', 'claims', 'facets', 'placed', 'state']));
      const bytes = await readFile(path);
      const at = random.int(0, bytes.length - 1);
      bytes[at] = (bytes[at] as number) ^ 4;
      await writeFile(path, bytes);
    },
    'half of it': async () => {
      const path = join(kept, random.pick(['pages', 'claims', 'facets', 'placed', 'state']));
      await truncate(path, Math.floor((await stat(path)).size / 2));
    },
    'one less': () => rm(join(kept, random.pick(['pages', 'claims', 'facets', 'placed', 'state']))),
  };

  let files: Files = { ...generateContent({ pages: 90, seed: SEED }) };
  const earlier: Files[] = [files];
  let context = contextOf(files);
  let since = 'state 0';
  await build(context, { state: since });
  const names = Object.keys(edits);
  const states = new Set<string>();
  for (let step = 1; step <= EDITS; step++) {
    // In the first round each sort of edit once; then by chance, several at once, or back to an earlier state.
    const some = step <= names.length ? [names[step - 1] as string] : random.sample(names, random.int(1, 3));
    const isBack = step > names.length && random.int(0, 4) === 0;
    files = isBack ? random.pick(earlier) : some.reduce((all, name) => edits[name]?.(all, step) ?? all, files);
    earlier.push(files);
    const next = contextOf(files);
    const broken = step % 3 === 0 ? random.pick(Object.keys(damage)) : 'none';
    await damage[broken]?.();
    const told = random.int(0, 2) > 0 ? { since, nodes: changedNodes(context, next) } : undefined;
    const out = await build(next, { state: `state ${step}`, changed: told });
    states.add(JSON.stringify(Object.entries(await hashFiles(out))));
    const said = [step, isBack ? 'back' : some, broken, told ? [...told.nodes].length : 'not told'];
    expect([said, await hashFiles(out)]).toEqual([said, await clean(next)]);
    context = next;
    since = `state ${step}`;
  }
  // Edits are seen in what is found.
  expect(states.size).toBeGreaterThan(EDITS / 2);
});
