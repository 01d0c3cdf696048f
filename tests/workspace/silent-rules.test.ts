import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../scripts/generate/random.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import { ASPECT_NAMES } from '../../src/wiki/rules/aspects.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { rules } from '../../src/wiki/rules/index.ts';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { compileContent } from '../../src/workspace/compile-content.ts';
import { parseCachePath } from '../../src/workspace/parse-cache.ts';
import type { AspectDigests } from '../../src/workspace/parsed/packed-line.ts';
import { openSilentRules } from '../../src/workspace/silent-rules.ts';
import { EDITS } from '../support/edits.ts';
import fc from '../support/property.ts';
import { randomWiki } from '../support/random-wiki.ts';

const used: string[] = [];
/** A content folder that is nowhere: only what is kept of it is. */
function somewhere(): string {
  const content = `/nowhere/silent-rules-${process.pid}-${used.length}`;
  used.push(content);
  return content;
}
afterAll(async () => {
  for (const content of used) {
    for (const end of ['', '.more', '.rules']) await rm(parseCachePath(content) + end, { force: true });
  }
});

const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text: text.toString() }));
const directly = (files: Files) => compileWiki(sources(files)).diagnostics;

const inFolder = (files: Files, folder: string) =>
  Object.keys(files)
    .filter((path) => path.startsWith(folder))
    .sort();
const slugOf = (path: string) => path.replace(/^.*\/|\.\w+$/g, '');

/** Replaces text in one file of a folder, drawn by chance. */
function inFile(folder: string, pattern: RegExp, put: (step: number, files: Files, random: Random) => string) {
  return (files: Files, step: number, random: Random): Files => {
    const path = random.pick(inFolder(files, folder));
    return { ...files, [path]: (files[path] as string).replace(pattern, put(step, files, random)) };
  };
}

/** A sentence more: other places, other texts, the same shapes. */
const withSentence = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith('.md') ? `${text}\nA sentence more.\n` : text]),
  );
/** A line in front: every place below moves. */
const withLine = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/^---\n/, '---\n# A note.\n')]));

it.each(rules.map((rule) => [rule.code, rule] as const))('%s is said as from nothing', async (_, { wrong, right }) => {
  const content = somewhere();
  for (const files of [right, withSentence(right), wrong, withSentence(wrong), withLine(wrong), right, wrong]) {
    expect((await compileContent(content, sources(files))).diagnostics).toEqual(directly(files));
  }
});

it('everything is said as from nothing, over random edits', async () => {
  const cut = fc.record({
    file: fc.nat(),
    at: fc.nat(),
    drop: fc.nat({ max: 12 }),
    put: fc.constantFrom('', 'x', '\n', ' [[rag]] '),
  });
  await fc.assert(
    fc.asyncProperty(randomWiki(), fc.array(cut, { maxLength: 5 }), async ({ files }, cuts) => {
      const content = somewhere();
      const now: Files = Object.fromEntries(sources(files).map(({ path, text }) => [path, text]));
      await compileContent(content, sources(now));
      for (const { file, at, drop, put } of cuts) {
        const path = Object.keys(now)[file % Object.keys(now).length] as string;
        const text = now[path] as string;
        const from = at % (text.length + 1);
        now[path] = text.slice(0, from) + put + text.slice(from + drop);
        expect((await compileContent(content, sources(now))).diagnostics).toEqual(directly(now));
      }
    }),
    { numRuns: 60 },
  );
});

/** Slips a rule speaks of, in what rules read: each may be made, made good, and made elsewhere while it is there. */
const SLIPS: readonly ((files: Files, step: number, random: Random) => Files)[] = [
  inFile('claims/', /at: "[^"]*"/, () => 'at: "2:00-1:00"'),
  inFile('claims/', /at: "[^"]*"/, () => 'at: "1:00-2:00"'),
  inFile('claims/', /text: >-\n\s+/, () => '$&The very same words about index renewal, said twice: '),
  inFile('claims/', /by: (.*)$/m, (_, files, random) => `by: ${slugOf(random.pick(inFolder(files, 'guests/')))}`),
  inFile('claims/', /^ {2}status: \w+$/m, () => '  status: superseded'),
  // Tied to a claim that is superseded, or will be.
  inFile('claims/', /^ {2}status: \w+$/m, (_, files, random) => {
    const path = random.pick(inFolder(files, 'claims/'));
    const [, id] = /^- id: (.*)$/m.exec(files[path] as string) ?? [];
    return `$&\n  relations: [{ kind: supports, claim: ${slugOf(path)}/${id} }]`;
  }),
  inFile('concepts/', /$/, () => '\nWhat <b>it</b> is, [there](/concepts/nowhere-at-all/).\n'),
  inFile('concepts/', /$/, (_, files, random) => `\n[there](/${slugOf(random.pick(inFolder(files, 'concepts/')))}/)\n`),
  inFile('concepts/', /$/, (_, files, random) => {
    const other = slugOf(random.pick(inFolder(files, 'concepts/')));
    return `\n## A heading\n\nSee [[${other}#a-heading]].\n`;
  }),
  inFile('concepts/', /\n## A heading\n/, () => '\n'),
  inFile('concepts/', /^broader: .*\n|(?<=^title: .*\n)/m, (_, files, random) => {
    return `broader: [${slugOf(random.pick(inFolder(files, 'concepts/')))}]\n`;
  }),
  inFile('concepts/', /^title: .*$/m, (_, files, random) => {
    return /^title: .*$/m.exec(files[random.pick(inFolder(files, 'concepts/'))] as string)?.[0] ?? '$&';
  }),
  inFile('comparisons/', /^options: \[(.*)\]$/m, (_, files, random) => {
    return `options: [$1, ${slugOf(random.pick(inFolder(files, 'concepts/')))}]`;
  }),
  inFile('comparisons/', /^answer: >-\n(?: .*\n)+/m, () => 'answer: Nobody has said so.\n'),
  inFile('episodes/', /youtube: .*$/m, (_, files, random) => {
    return /youtube: .*$/m.exec(files[random.pick(inFolder(files, 'episodes/'))] as string)?.[0] ?? '$&';
  }),
  inFile('concepts/', /^aliases: .*\n|(?<=^title: .*\n)/m, (_, files, random) => {
    return `aliases: [${slugOf(random.pick(inFolder(files, 'concepts/')))}]\n`;
  }),
  // Nobody links to it, in a title of its own.
  (files, step) => ({ ...files, [`concepts/lonely-${step}.md`]: `---\ntitle: Lonely ${step}\n---\nAlone.\n` }),
  inFile('episodes/', /^guests: .*$/m, (_, files, random) => {
    return `guests: [${slugOf(random.pick(inFolder(files, 'guests/')))}]`;
  }),
  inFile('episodes/', /^ {2}- at: .*$/m, () => '  - at: "9:59:59"'),
  // What links to a page that is gone leads nowhere; a page of another name may be what is linked to.
  (files, _, random) => {
    const { [random.pick(inFolder(files, 'concepts/'))]: __, ...rest } = files;
    return rest;
  },
  (files, step, random) => {
    const path = random.pick(inFolder(files, random.pick(['concepts/', 'claims/', 'episodes/'])));
    const { [path]: text, ...rest } = files;
    return { ...rest, [path.replace(/(?=\.\w+$)/, `-${step}`)]: text as string };
  },
];

it('everything is said as from nothing, over edits of words, data, links and names, slips and what mends them', async () => {
  const found = new Map<string, number>();
  for (const seed of [1, 2, 3, 4]) {
    const random = createRandom(seed, 'silent rules');
    const content = somewhere();
    const before: Files[] = [generateContent({ pages: 60, seed })];
    for (let step = 0; step < 60; step++) {
      const files = before.at(-1) as Files;
      const edit = random.pick([...Object.values(EDITS), ...SLIPS, ...SLIPS]);
      const chance = random.int(0, 9);
      // Back to where all was well, or just one step back: rules that look at what is all wrong have nothing kept.
      const back = chance < 4 ? before[0] : chance < 5 ? before.at(-2) : undefined;
      const now = back ?? edit(files, step, random);
      before.push(now);
      const said = (await compileContent(content, sources(now))).diagnostics;
      expect(said, `seed ${seed}, step ${step}`).toEqual(directly(now));
      for (const code of new Set(said.map((one) => one.code))) found.set(code, (found.get(code) ?? 0) + 1);
    }
  }
  const spoke = rules.filter((rule) => rule.reads && (found.get(rule.code) ?? 0) > 0);
  expect(spoke.length).toBeGreaterThan(10);
});

const aspects = (changed: Partial<AspectDigests> = {}) => ({
  ...(Object.fromEntries(ASPECT_NAMES.map((aspect) => [aspect, `as it was: ${aspect}`])) as AspectDigests),
  ...changed,
});

describe('rules that found nothing', () => {
  const saved = async (found: string[]) => {
    const path = `${parseCachePath(somewhere())}.rules`;
    await (await openSilentRules(path)).save(aspects(), new Set(found));
    return path;
  };
  const askedOf = async (path: string, changed?: Partial<AspectDigests>) =>
    (await openSilentRules(path)).others(aspects(changed)).map(({ code }) => code);
  const always = rules.filter((rule) => !rule.reads).map(({ code }) => code);

  it('look when nothing is known of them', async () => {
    expect((await openSilentRules(somewhere())).others(aspects())).toEqual(rules);
  });

  it('do not look again at what is as it was, and those do that look at transcripts', async () => {
    expect(always).toEqual(expect.arrayContaining(['missing-medium', 'drifted-claim']));
    expect(await askedOf(await saved([]))).toEqual(always);
    expect(await askedOf(await saved(['unlinked-page']))).toEqual([...always, 'unlinked-page'].sort());
  });

  it.each([...ASPECT_NAMES])('look again when what they read has changed: %s', async (aspect) => {
    const reading = rules.filter(({ reads }) => reads?.includes(aspect)).map(({ code }) => code);
    expect(reading).not.toEqual([]);
    expect(await askedOf(await saved([]), { [aspect]: 'changed' })).toEqual([...always, ...reading].sort());
  });

  it('look again where what was kept of them is damaged', async () => {
    const path = await saved([]);
    const sound = await readFile(path);
    for (const at of [0, 30, sound.length - 1]) {
      await writeFile(path, Buffer.from(sound).fill((sound[at] as number) ^ 1, at, at + 1));
      expect(await askedOf(path)).toEqual(rules.map(({ code }) => code));
    }
  });
});
