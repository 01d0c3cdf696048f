import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ParsedFile, parseFile } from '../../src/wiki/corpus/parse-file.ts';
import type { SourceFile } from '../../src/wiki/corpus/source-file.ts';
import { openParseCache } from '../../src/workspace/parse-cache.ts';
import { SharedLines } from '../../src/workspace/parsed/shared-lines.ts';
import { readContent } from '../../src/workspace/read-content.ts';
import fc from '../support/property.ts';
import { randomWiki } from '../support/random-wiki.ts';

let folder: string;
let bundled: SourceFile[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parse-cache-'));
  bundled = (await readContent(new URL('../../content', import.meta.url).pathname)).filter(({ path }) =>
    path.includes('/'),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All there is to know of a parsed file, each place included; what rules note of its pages is theirs. */
function everything({ nodes, diagnostics, broken }: ParsedFile) {
  return JSON.stringify([
    diagnostics,
    broken,
    nodes.map((node) => ({
      ...node,
      notes: {},
      proses: node.proses.map((prose) => ({
        ...{ field: prose.field, format: prose.format, source: prose.source, text: prose.text },
        ...{ headings: prose.headings, languages: prose.languages },
        addresses: prose.addresses.map(({ url, span }) => [url, span]),
        problems: prose.problems.map(({ kind, written, span }) => [kind, written, span]),
        links: prose.links.map(({ kind, name, heading, label, span, block, at }) => [
          ...[kind, name, heading, label, block, at],
          span,
        ]),
      })),
      places: [
        node.span,
        ...Object.keys(node.data).flatMap((key) => [node.locate([key]), node.locate([key], 'key')]),
        ...node.fieldLinks.map((link) => node.locate(link.path, link.isKey ? 'key' : 'value')),
      ],
    })),
  ]);
}

let names = 0;
const somewhere = () => join(folder, `cache-${names++}`);

/** Answers what a cache at `path` says of the files, and how many of them it had to read. */
async function through(path: string, files: readonly SourceFile[]): Promise<string[]> {
  const cache = await openParseCache(path);
  const said = files.map((file) => everything(cache.parse(file)));
  await cache.save();
  return said;
}
const directly = (files: readonly SourceFile[]) => files.map((file) => everything(parseFile(file)));

const PIECES = [
  '[[rag',
  ']]',
  '|',
  '"',
  ': ',
  '- id: x\n',
  '\n',
  '\r\n',
  '---\n',
  '  ',
  '# Head\n',
  '<b>',
  '`',
  '\ud83d',
  '\0',
  'é',
  '\uFDD0',
  '[x](javascript:1)',
  '![[a]]',
  '```js\n',
];
const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 30 }), put: fc.constantFrom('', ...PIECES) });
const apply = (text: string, { at, drop, put }: { at: number; drop: number; put: string }) => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + drop);
};

it('answers what reading anew does, over any edits of the bundled content', async () => {
  const path = somewhere();
  await through(path, bundled);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(), edit), { minLength: 1, maxLength: 6 }), async (edits) => {
      const files = new Map<string, SourceFile>();
      for (const [which, change] of edits) {
        const file = bundled[which % bundled.length] as SourceFile;
        const known = files.get(file.path) ?? file;
        files.set(file.path, { path: file.path, text: apply(known.text, change) });
      }
      const edited = [...files.values()];
      const expected = directly(edited);
      expect(await through(path, edited)).toEqual(expected);
      expect(await through(path, edited)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('answers what reading anew does, for any wiki', async () => {
  await fc.assert(
    fc.asyncProperty(randomWiki(), async ({ files }) => {
      const path = somewhere();
      const sources = Object.entries(files).map(([file, text]) => ({ path: file, text: text.toString() }));
      const expected = directly(sources);
      expect(await through(path, sources)).toEqual(expected);
      expect(await through(path, sources)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

it('does not take the same text in another place for the same page', async () => {
  const path = somewhere();
  const text = '---\ntitle: Ada\n---\nWho [[rag]].\n';
  await through(path, [{ path: 'guests/ada.md', text }]);
  const moved = [
    { path: 'concepts/ada.md', text },
    { path: 'guests/other.md', text },
  ];
  expect(await through(path, moved)).toEqual(directly(moved));
});

it('is written only when something has changed, and holds nothing that is gone', async () => {
  const path = somewhere();
  await through(path, bundled);
  const first = await readFile(path, 'utf8');
  await through(path, bundled);
  expect(await readFile(path, 'utf8')).toBe(first);
  await through(path, bundled.slice(0, 3));
  expect((await readFile(path, 'utf8')).trimEnd().split('\n').length).toBe(4);
  await through(path, []);
  expect(await through(path, bundled)).toEqual(directly(bundled));
});

describe('a few edits', () => {
  const more = (path: string) => readFile(`${path}.more`).catch(() => undefined);
  let some: SourceFile[];
  beforeAll(() => {
    some = bundled.slice(0, 60);
  });
  const edited = (count: number, how: string) =>
    some.map((file, index) => (index < count ? { ...file, text: `${file.text}\n${how}\n` } : file));
  const sizeOf = (lines: string | undefined) => lines?.trimEnd().split('\n').length;

  it('stand beside the whole, until they are many', async () => {
    const path = somewhere();
    await through(path, some);
    const first = await readFile(path);
    for (const [count, how] of [
      [1, 'One.'],
      [2, 'Two.'],
      [1, 'Three.'],
    ] as const) {
      expect(await through(path, edited(count, how))).toEqual(directly(edited(count, how)));
      expect(sizeOf((await more(path))?.toString())).toBe(1 + count);
      const kept = await more(path);
      expect(await through(path, edited(count, how))).toEqual(directly(edited(count, how)));
      expect(await more(path)).toEqual(kept);
    }
    expect(await readFile(path)).toEqual(first);
    const all = edited(some.length, 'All.');
    expect(await through(path, all)).toEqual(directly(all));
    expect(await more(path)).toBeUndefined();
    const fresh = somewhere();
    await through(fresh, all);
    expect(await readFile(path)).toEqual(await readFile(fresh));
  });

  it('are read anew where what was kept of them is damaged, or adds to another whole', async () => {
    const path = somewhere();
    await through(path, some);
    const files = edited(2, 'More.');
    await through(path, files);
    const sound = (await more(path)) as Buffer;
    const expected = directly(files);
    for (const at of [0, 27, 30, 36, 43, 44, 60, 100, sound.length - 1]) {
      const copy = Buffer.from(sound);
      copy[at] = (copy[at] as number) ^ 1;
      await writeFile(`${path}.more`, copy);
      expect(await through(path, files), `byte ${at}`).toEqual(expected);
      expect(await more(path), `byte ${at}`).toEqual(sound);
    }
    const other = somewhere();
    await through(other, some.slice(3));
    await writeFile(`${other}.more`, sound);
    expect(await through(other, some.slice(3))).toEqual(directly(some.slice(3)));
    expect(await through(other, files)).toEqual(directly(files));
  });
});

it('finds damage anywhere and reads anew', async () => {
  const path = somewhere();
  const files = bundled.slice(0, 5);
  await through(path, files);
  const sound = await readFile(path);
  const expected = directly(files);
  const damages: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['no cache at all', Buffer.from('{"nodes":[]}\n')],
    ...[0.2, 0.5, 0.99].map((share): [string, Buffer] => [`cut at ${share}`, sound.subarray(0, sound.length * share)]),
    ...[0, 30, 53, 54, 55, 60, 90, 500, sound.length - 1].map((at): [string, Buffer] => {
      const copy = Buffer.from(sound);
      copy[at] = (copy[at] as number) ^ 1;
      return [`byte ${at}`, copy];
    }),
  ];
  for (const [name, bytes] of damages) {
    await writeFile(path, bytes);
    expect(await through(path, files), name).toEqual(expected);
    expect((await readFile(path)).equals(sound), `${name}: mended`).toBe(true);
  }
});

it('costs nothing but time where it cannot be written', async () => {
  const path = join(somewhere(), 'x');
  await writeFile(path.slice(0, -2), 'a file where a folder should be');
  expect(await through(path, bundled.slice(0, 2))).toEqual(directly(bundled.slice(0, 2)));
});

it('stays whole while several processes write it', async () => {
  const path = somewhere();
  const program = join(folder, 'writer.ts');
  const src = new URL('../../src/workspace/parse-cache.ts', import.meta.url).href;
  await writeFile(
    program,
    `import { openParseCache } from ${JSON.stringify(src)};
for (let round = 0; round < 20; round++) {
  const cache = await openParseCache(${JSON.stringify(path)});
  for (let page = 0; page < 40; page++) {
    const text = '---\\ntitle: T' + (page % 7 ? page : process.argv[2] + round) + '\\n---\\n' + 'x'.repeat(2000);
    const [node] = cache.parse({ path: 'concepts/p' + page + '.md', text }).nodes;
    if (!text.includes('title: ' + node.title + '\\n')) process.exit(3);
  }
  await cache.save();
}`,
  );
  const writers = ['a', 'b', 'c'].map((name) => spawn(process.execPath, [program, name], { stdio: 'inherit' }));
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0]);
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
  const text = `---\ntitle: T1\n---\n${'x'.repeat(2000)}`;
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  expect(lines.length).toBe(41);
  expect(await through(path, [{ path: 'concepts/p1.md', text }])).toEqual(directly([{ path: 'concepts/p1.md', text }]));
});

/** Of a thread that stops taking files, with one of them in its hands. */
class Few extends SharedLines {
  readonly #most: number;

  constructor(files: readonly SourceFile[], most: number) {
    super(files);
    this.#most = most;
  }

  override taken(): Generator<number> {
    return super.taken(this.#most);
  }
}

describe('files that two threads read for each other', () => {
  /** Small ones, of all kinds. */
  const few = (count: number) => {
    const small = bundled.filter(({ text }) => text.length < 3000);
    return small.filter((_, index) => index % Math.floor(small.length / count) === 0).slice(0, count);
  };

  /** What each of two caches says of the files, the second of which begins when the first has read a part of them. */
  async function together(files: readonly SourceFile[], share: number, path = somewhere(), isCutOff = false) {
    const lines = new Few(files, Math.floor(files.length * share));
    const other = new SharedLines(files, lines.memory);
    const [mine, theirs] = [await openParseCache(path), await openParseCache(path)];
    if (isCutOff) for (const _ of lines.taken());
    else mine.readAhead(files, lines);
    theirs.readAhead(files, other);
    const said = [mine, theirs].map((cache) => files.map((file) => everything(cache.parse(file))));
    const aspects = [mine, theirs].map((cache) => cache.aspects());
    await mine.save();
    return { said, aspects };
  }
  const alone = async (files: readonly SourceFile[]) => {
    const cache = await openParseCache(somewhere());
    for (const file of files) cache.parse(file);
    return cache.aspects();
  };

  it('are as each would have read them, whoever read how many, and are kept', async () => {
    const some = few(40);
    const expected = directly(some);
    const aspects = await alone(some);
    const fresh = somewhere();
    await through(fresh, some);
    for (const share of [0, 0.3, 1]) {
      const path = somewhere();
      expect(await together(some, share, path)).toEqual({ said: [expected, expected], aspects: [aspects, aspects] });
      expect(await readFile(path), `share ${share}`).toEqual(await readFile(fresh));
    }
  });

  it('are read by whoever needs them when their thread ends before it has left anything', async () => {
    const some = few(20);
    const expected = directly(some);
    expect((await together(some, 0.5, somewhere(), true)).said).toEqual([expected, expected]);
  });

  it('say the same of faults, and of what is known already', async () => {
    const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 30 }), put: fc.constantFrom('', ...PIECES) });
    const path = somewhere();
    await through(path, few(10).slice(2, 7));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), edit), { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (edits, share) => {
          const files = few(10);
          for (const [which, change] of edits) {
            const index = which % files.length;
            const file = files[index] as SourceFile;
            files[index] = { path: file.path, text: apply(file.text, change) };
          }
          const expected = directly(files);
          expect((await together(files, share, path)).said).toEqual([expected, expected]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
