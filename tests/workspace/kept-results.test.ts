import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceAmong } from '../../src/wiki/evidence/evidence-among.ts';
import { formatLock, LOCK_FILE } from '../../src/wiki/evidence/lock.ts';
import { emptyMemory } from '../../src/wiki/evidence/memory.ts';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { compileContent } from '../../src/workspace/compile-content.ts';
import { KnownDigests } from '../../src/workspace/known-digests.ts';
import { digestOf } from '../../src/workspace/model-digest.ts';
import { openParseCache } from '../../src/workspace/parse-cache.ts';
import { readContent } from '../../src/workspace/read-content.ts';
import { keepEvidence, keptEvidencePath, readEvidence } from '../../src/workspace/read-evidence.ts';
import fc from '../support/property.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Files = Record<string, string>;

const cue = (minute: number, who: string, text: string) =>
  `00:0${minute}:00.000 --> 00:0${minute}:50.000\n<v ${who}>${text}\n`;
const talk = (guest: string, word: string) =>
  `WEBVTT\n\n${[
    cue(0, 'Hans', 'Where should knowledge that changes be kept?'),
    cue(1, guest, `Facts belong in the ${word}, because an ${word} is renewed every night while a model is not.`),
    cue(2, 'Hans', 'And how do you measure whether that works?'),
    cue(3, guest, 'Count questions whose answers cite the right document, then read twenty failures yourself.'),
  ].join('\n')}`;
const claim = (id: string, by: string, at: string, text: string) =>
  `- id: ${id}\n  by: ${by}\n  at: "${at}"\n  text: ${text}\n  type: rule\n  status: reviewed\n  about: [rag]\n`;

const START: Files = {
  'shows/talks.md': '---\ntitle: Talks\nhosts:\n  - guest: hans\n    labels: [Hans]\n---\n',
  'guests/hans.md': '---\ntitle: Hans Host\n---\n',
  'guests/ada.md': '---\ntitle: Ada Lovelace\n---\n',
  'guests/bob.md': '---\ntitle: Bob Boole\nspeakers: [Bob]\n---\n',
  'concepts/rag.md': '---\ntitle: Retrieval\n---\nSee [[claim:one/facts]].\n',
  // A name that every object knows.
  'episodes/constructor.md':
    '---\ntitle: Second\nshow: talks\ndate: 2024-02-01\nguests: [bob]\nmedia: [{ youtube: bbbbbbbbbbb }]\n---\n',
  'episodes/one.md':
    '---\ntitle: First\nshow: talks\ndate: 2024-01-01\nguests: [ada]\nmedia: [{ youtube: aaaaaaaaaaa }]\n---\n',
  'claims/one.yaml':
    claim('facts', 'ada', '1:00-1:50', 'Facts belong in an index that is renewed nightly.') +
    claim('measure', 'ada', '3:00-3:50', 'Count answers that cite the right document and read failures.'),
  'claims/constructor.yaml': claim('facts', 'bob', '1:00-1:50', 'Facts belong in a store that is renewed nightly.'),
  'transcripts/one.vtt': talk('Ada Lovelace', 'index'),
  'transcripts/constructor.vtt': talk('Bob', 'store'),
};

/** Everything a curator may change between two checks: the file, what stood there, and what stands there now. */
const EDITS: [file: string, from: string | RegExp, to: string][] = [
  ['claims/one.yaml', /1:00-1:50|0:10-1:50/, '0:10-1:50'],
  ['claims/one.yaml', '0:10-1:50', '1:00-1:50'],
  ['claims/one.yaml', /by: \w+/, 'by: hans'],
  ['claims/one.yaml', /by: \w+/, 'by: ada'],
  [
    'claims/one.yaml',
    /text: Facts.*/,
    'text: Facts belong in an index that is renewed nightly.\n  quote: renewed every night',
  ],
  ['claims/one.yaml', /text: Facts.*/, 'text: Elephants sing louder than whales in cold winters.'],
  ['claims/one.yaml', /text: Count.*/, 'text: Facts belong in an index which is renewed nightly.'],
  ['claims/one.yaml', /\n {2}type: rule/, '\n  approx: true\n  type: rule'],
  ['claims/one.yaml', '- id: facts', '- id: places'],
  ['claims/one.yaml', '- id: places', '- id: facts'],
  ['claims/constructor.yaml', 'bob', 'ada'],
  ['claims/constructor.yaml', 'ada', 'bob'],
  ['guests/ada.md', /title: .*/, 'title: Ada King'],
  ['guests/ada.md', /title: .*/, 'title: ADA LOVELACE'],
  ['guests/ada.md', /title: .*/, 'title: Ada Lovelace\nspeakers: [Ada King]'],
  ['guests/bob.md', /speakers: .*/, 'speakers: [Robert]'],
  ['shows/talks.md', /labels: .*/, 'labels: [Host]'],
  ['shows/talks.md', /labels: .*/, 'labels: [Hans]'],
  ['episodes/one.md', 'guests:', 'duration: "9:00"\nguests:'],
  ['transcripts/one.vtt', 'nightly', 'every night'],
  ['transcripts/one.vtt', 'every night', 'nightly'],
  ['transcripts/one.vtt', /00:01:/g, '00:02:'],
  ['transcripts/one.vtt', 'WEBVTT\n', `WEBVTT\n\n${cue(0, 'Hans', 'A word of our sponsor.')}`],
  ['transcripts/one.vtt', /<v Ada Lovelace>/, '<v Somebody>'],
  ['transcripts/constructor.vtt', /[\s\S]*/, talk('Bob', 'index')],
  ['transcripts/constructor.vtt', /[\s\S]*/, ''],
  ['transcripts/constructor.vtt', /[\s\S]*/, talk('Bob', 'store')],
];

/** Everything a check says and leaves. */
function said({ diagnostics, evidence, graph }: Wiki) {
  const claims = graph.ofKind('claim').map(({ id }) => [id, evidence.stateOf(id), evidence.questionOf(id)]);
  return { diagnostics, claims, lock: formatLock(evidence.lock), reanchored: evidence.reanchored };
}

const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

it('says after any edits what a check without earlier results says', { timeout: 120_000 }, async () => {
  const step = fc.record({ edit: fc.nat(EDITS.length - 1), forgetsLock: fc.nat(9).map((one) => one === 0) });
  let cases = 0;
  let findings = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const cache = join(folder, `parsed-${cases++}`);
      let files: Files = { ...START };
      let memory = emptyMemory();
      for (const { edit, forgetsLock } of [{ edit: undefined, forgetsLock: false }, ...steps]) {
        if (edit !== undefined) {
          const [file, from, to] = EDITS[edit] as (typeof EDITS)[number];
          files = { ...files, [file]: (files[file] as string).replace(from, to) };
        }
        if (forgetsLock) delete files[LOCK_FILE];
        const parse = await openParseCache(cache);
        const kept = compileWiki(sources(files), parse.parse, { ...evidenceAmong(sources(files)), memory });
        await parse.save();
        const clean = compileWiki(sources(files));
        expect(said(kept)).toEqual(said(clean));
        findings += clean.diagnostics.length;
        memory = JSON.parse(JSON.stringify(kept.evidence.memory));
        if (kept.evidence.lock.size > 0) files[LOCK_FILE] = formatLock(kept.evidence.lock);
      }
    }),
    { numRuns: 150 },
  );
  expect(findings).toBeGreaterThan(100);
});

it('checks only what changed, and finds the rest where it was', () => {
  const first = compileWiki(sources(START));
  const files: Files = { ...START, [LOCK_FILE]: formatLock(first.evidence.lock) };
  const again = (changed: Files) => {
    const known = { ...evidenceAmong(sources(changed)), memory: first.evidence.memory };
    let opened = 0;
    const transcripts = known.transcripts.map((file) => ({
      path: file.path,
      digest: file.digest,
      get text() {
        opened++;
        return file.text;
      },
    }));
    compileWiki(sources(changed), undefined, { ...known, transcripts });
    return opened;
  };
  expect(again(files)).toBe(0);
  const edited = (files['claims/one.yaml'] as string).replace('renewed nightly', 'made nightly');
  expect(again({ ...files, 'claims/one.yaml': edited })).toBe(1);
  expect(again({ ...files, 'concepts/rag.md': `${files['concepts/rag.md']}More.\n` })).toBe(0);
});

it('notices damage, and checks anew', async () => {
  const content = join(folder, 'content');
  for (const [path, text] of Object.entries(START)) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
  const path = keptEvidencePath(content);
  const check = async () => {
    const known = await readEvidence(content);
    const wiki = await compileContent(content, await readContent(content), known);
    await keepEvidence(content, wiki.evidence, known, false);
    return said(wiki);
  };
  try {
    await check();
    const expected = await check();
    const sound = await readFile(path);
    for (const damaged of [
      Buffer.alloc(0),
      sound.subarray(0, sound.length / 2),
      Buffer.from(sound.toString().replace('second-holds', 'fails').replace('paraphrase-supported', 'fails')),
      ...[0, 40, 60, 120, sound.length - 1].map((at) => Buffer.from(sound).fill((sound[at] as number) ^ 1, at, at + 1)),
    ]) {
      expect(damaged.equals(sound)).toBe(false);
      await writeFile(path, damaged);
      expect(await check()).toEqual(expected);
      const [, ...lines] = (await readFile(path, 'utf8')).split('\n');
      expect(JSON.parse(lines[1] as string)).toEqual(JSON.parse(sound.toString().split('\n')[2] as string));
    }
  } finally {
    await rm(path, { force: true });
  }
});

it('reads a file again when anything about it was touched, and never trusts one that was written just now', async () => {
  const path = join(folder, 'talk.vtt');
  await writeFile(path, 'one');
  const fresh = new KnownDigests({});
  expect(fresh.of(path)).toBe(digestOf('one'));
  expect(fresh.stamps).toEqual({});
  const { size, mtimeMs, ctimeMs, ino, mtime, atime } = await stat(path);
  // What stands in for the digest shows whether the file was read.
  const known = new KnownDigests({ [path]: [size, mtimeMs, ctimeMs, ino, 'known'] });
  expect(known.of(path)).toBe('known');
  expect(known.stamps).toEqual({ [path]: [size, mtimeMs, ctimeMs, ino, 'known'] });
  // The same size, and the time of its content set back.
  await new Promise((done) => setTimeout(done, 20));
  await writeFile(path, 'two');
  await utimes(path, atime, mtime);
  expect(known.of(path)).toBe(digestOf('two'));
});
