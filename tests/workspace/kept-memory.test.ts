import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { mapPageView } from '../../src/wiki/views/map-page-view.ts';
import { mapView } from '../../src/wiki/views/map-view.ts';
import { type Memory, NO_MEMORY } from '../../src/wiki/views/memory.ts';
import { overviewView } from '../../src/wiki/views/overview-view.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { openMemory } from '../../src/workspace/kept-memory.ts';
import { mapFiles } from '../../src/workspace/map-files.ts';
import { compile } from '../support/check.ts';
import fc from '../support/property.ts';
import { randomWiki } from '../support/random-wiki.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

let names = 0;
const somewhere = () => join(folder, `memory-${names++}`, 'kept');

/** Everything that is kept of the map shows in this. */
function everything(files: Files, memory: Memory) {
  const context = viewContext(compile(files), '/', plainHighlight, { memory });
  const map = mapFiles(mapView(context), memory);
  return { first: map.first, files: [...map.files], overview: overviewView(context, 8), page: mapPageView(context) };
}

/** What it says with what was kept at `path`, and which names it had to make. */
async function through(path: string, files: Files) {
  const memory = await openMemory(path);
  const made: string[] = [];
  const said = everything(files, {
    digest: memory.digest,
    of: (name, digest, make) =>
      memory.of(name, digest, () => {
        made.push(name);
        return make();
      }),
  });
  await memory.save();
  return { said, made };
}

it('gives the map that is made from nothing, over any edits', async () => {
  const wiki = randomWiki().map(({ files }) =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.toString()])),
  );
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('delete', 'title', 'year', 'text')), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(wiki, edits, async (files, changes) => {
      const path = somewhere();
      await through(path, files);
      for (const [which, change] of changes) {
        const name = Object.keys(files)[which % Object.keys(files).length] as string;
        const text = files[name] as string;
        if (change === 'delete') delete files[name];
        else if (change === 'title') files[name] = text.replace(/^(title| {2}text): /m, (start) => `${start}Other `);
        else if (change === 'year') files[name] = text.replace(/\b20\d\d\b/, '2001');
        else files[name] = `${text}\n`;
        expect((await through(path, files)).said).toEqual(everything(files, NO_MEMORY));
      }
    }),
    { numRuns: 40 },
  );
});

it('makes again only what an edit changed', async () => {
  const path = somewhere();
  const files = generateContent({ pages: 400, seed: 3 });
  const first = await through(path, files);
  expect(first.made).toContain('layout');
  const again = await through(path, files);
  expect([again.made, again.said]).toEqual([[], first.said]);

  const claims = Object.keys(files).find((name) => name.startsWith('claims/')) as string;
  files[claims] = (files[claims] as string).replace(/text: >-\n\s+/, (start) => `${start}Otherwise: `);
  const edited = await through(path, files);
  expect(edited.made).toEqual([expect.stringMatching(/^file-\d+$/)]);
  expect(edited.said).toEqual(everything(files, NO_MEMORY));
  expect(edited.said).not.toEqual(first.said);
});

it('finds damage and makes anew', async () => {
  const path = somewhere();
  const files = generateContent({ pages: 60, seed: 3 });
  const { said, made } = await through(path, files);
  const sound = await readFile(path);
  for (const at of [0, 30, 53, 54, 60, sound.length >> 1, sound.length - 1]) {
    const copy = Buffer.from(sound);
    copy[at] = (copy[at] as number) ^ 1;
    await writeFile(path, copy);
    expect(await through(path, files), `byte ${at}`).toEqual({ said, made });
    expect((await through(path, files)).made).toEqual([]);
  }
  for (const length of [0, 20, 54, 55, sound.length - 1]) {
    await writeFile(path, sound.subarray(0, length));
    expect(await through(path, files), `cut at ${length}`).toEqual({ said, made });
  }
  expect(await readdir(join(path, '..'))).toEqual(['kept']);
});
