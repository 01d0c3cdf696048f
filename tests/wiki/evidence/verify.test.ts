import { expect, it } from 'vitest';
import { formatLock } from '../../../src/wiki/evidence/lock.ts';
import { unlinkedMentions } from '../../../src/wiki/evidence/unlinked-mentions.ts';
import { TALK } from '../../../src/wiki/rules/evidence-findings.ts';
import { claimYaml, soundWith } from '../../../src/wiki/rules/examples.ts';
import { replaceSpans } from '../../../src/workspace/apply-fixes.ts';
import { compile } from '../../support/check.ts';

const withClaim = (more: string, at = '1:00-2:00', talk = TALK) =>
  soundWith({ 'claims/one.yaml': claimYaml(more).replace('1:00-2:00', at), 'transcripts/one.vtt': talk });
const said = (files: Record<string, string>) =>
  compile(files).diagnostics.map(({ code, message, hint }) => `${code}: ${message}${hint ? ` (${hint})` : ''}`);

it('names the second at which the answer starts, and --fix writes it there', () => {
  const files = withClaim('', '0:52-2:00');
  expect(said(files)).toEqual([
    'wrong-speaker: Hans Host speaks at 0:52, not Ada Lovelace (the answer starts at 1:00: write `1:00-2:00`)',
  ]);
  const { evidence } = compile(files);
  const edits = evidence.findings.flatMap(({ span, fix }) => (fix ? [{ span, text: `"${fix.value}"` }] : []));
  const mended = replaceSpans(files['claims/one.yaml'] as string, edits);
  expect(mended).toContain('at: "1:00-2:00"');
  expect(said({ ...files, 'claims/one.yaml': mended })).toEqual([]);
});

it.each([
  ['“Facts belong — in the INDEX”', []],
  ['facts belong in the model', ['differs', 'facts belong in the [-model-] {+index+}']],
  ['tell us about your work on machines', ['it is said at 0:', 'by Hans Host']],
  ['quantum gravity was solved by breakfast time', ['the quote is not in the transcript']],
])('the quote %s', (quote, expected) => {
  const [message, ...others] = said(withClaim(`  quote: '${quote}'\n`));
  expect(others).toEqual([]);
  if (expected.length === 0) expect(message).toBeUndefined();
  for (const part of expected) expect(message).toContain(part);
  const state = compile(withClaim(`  quote: '${quote}'\n`)).evidence.stateOf('claim:one/facts');
  expect(state).toBe(expected.length === 0 ? 'quote-verified' : 'fails');
});

it('a declared duration never cuts a transcript off, and may be longer', () => {
  const files = withClaim('', '1:00-4:00');
  expect(said(files)).toEqual([
    'second-not-in-transcript: 4:00 lies after the end of the recording (the transcript ends at 3:00)',
  ]);
  const longer = files['episodes/one.md']?.replace('guests:', 'duration: "5:00"\nguests:') as string;
  expect(said({ ...files, 'episodes/one.md': longer })).toEqual([]);
  const shorter = longer.replace('5:00', '1:30');
  expect(said({ ...withClaim(''), 'episodes/one.md': shorter })).toEqual([]);
});

it('an edited transcript moves the claim, renews the anchor, or says that the words are gone', () => {
  const lock = formatLock(compile(withClaim('')).evidence.lock);
  expect(lock).not.toContain('index');
  const check = (talk: string) => compile({ ...withClaim('', '1:00-2:00', talk), 'evidence.lock.json': lock });
  expect(check(TALK).diagnostics).toEqual([]);
  // A word changed in place.
  const touched = check(TALK.replace('renewed every night', 'renewed nightly'));
  expect(touched.diagnostics).toEqual([]);
  expect(touched.evidence.reanchored).toEqual(['claim:one/facts']);
  // An advertisement of five minutes before it.
  const later = check(TALK.replaceAll(/00:0(\d)/g, (_, minute) => `00:${String(Number(minute) + 5).padStart(2, '0')}`));
  expect(later.diagnostics.filter(({ code }) => code === 'drifted-claim').map(({ hint }) => hint)).toEqual([
    'write `6:00-7:00`',
  ]);
  expect(later.evidence.lock).toEqual(compile({ ...withClaim(''), 'evidence.lock.json': lock }).evidence.lock);
  // Without its transcript the claim is what it was, until somebody edits it.
  const { 'transcripts/one.vtt': _, ...bare } = withClaim('');
  expect(compile({ ...bare, 'evidence.lock.json': lock }).evidence.stateOf('claim:one/facts')).toBe('second-holds');
  const edited = { ...bare, 'claims/one.yaml': claimYaml('').replace('belong', 'live'), 'evidence.lock.json': lock };
  expect(compile(edited).evidence.stateOf('claim:one/facts')).toBe('not-checkable');
  expect(compile({ ...withClaim(''), 'evidence.lock.json': '{"claims":{"one/facts":null}' }).diagnostics).toEqual([]);
});

it('results kept from one check to the next change nothing', () => {
  const files = withClaim('  quote: nobody said this at all today\n', '0:52-2:00');
  const first = compile(files);
  expect(first.diagnostics.length).toBe(2);
  expect(JSON.parse(JSON.stringify(first.evidence.memory))).toEqual(first.evidence.memory);
  expect(first.evidence.memory.episodes.one?.claims).toHaveLength(1);
});

it('names in prose are found once a page, outside code, links and headings, inflected, longest first', () => {
  const files = soundWith({
    'concepts/vector.md': '---\ntitle: Vector search\naliases: [vector]\n---\nSee [[rag]] [[claim:one/facts]].\n',
    'articles/a.md':
      '---\ntitle: A\n---\n# Vector search\n\n`vector search` and vector searches, then vector search; Ada Lovelace said RAG, not a rag.\n',
  });
  const { graph } = compile(files);
  const found = unlinkedMentions(graph, (file) => files[file]).filter(({ file }) => file === 'articles/a.md');
  expect(found.map(({ span, link }) => `${span.start.line}:${span.start.column} ${link}`)).toEqual([
    '6:21 [[vector|vector searches]]',
    '6:58 [[guest:ada|Ada Lovelace]]',
    '6:76 [[RAG]]',
  ]);
});

it('says which guest a strange label most likely is, and where to write it', () => {
  const strange = withClaim('', '1:00-2:00', TALK.replaceAll('Ada Lovelace', 'A. King: Countess'));
  expect(said(strange)).toContain(
    'unknown-speaker: the transcript names `A. King: Countess` (1 cue, first at 1:00), who is neither guest nor host (if this is Ada Lovelace, write `speakers: ["A. King: Countess"]` in guests/ada.md; if not, mend the transcript)',
  );
  const guest = `${strange['guests/ada.md']?.replace('---\n', '---\nspeakers: ["A. King: Countess"]\n')}`;
  expect(said({ ...strange, 'guests/ada.md': guest })).toEqual([]);
});

it('says once of somebody who is not in the episode that they are not', () => {
  const files: Record<string, string> = { ...withClaim(''), 'guests/eve.md': '---\ntitle: Eve\n---\n' };
  const claims = `${files['claims/one.yaml']}${claimYaml('').replace('id: facts', 'id: others').replace('by: ada', 'by: eve')}`;
  const codes = compile({ ...files, 'claims/one.yaml': claims }).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['speaker-not-in-episode']);
});
