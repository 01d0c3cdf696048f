import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckedClaim, checkClaim, type EpisodeTranscript } from '../../../src/wiki/evidence/check-claim.ts';
import { gatherEvidence } from '../../../src/wiki/evidence/gather-evidence.ts';
import { matchTranscripts } from '../../../src/wiki/evidence/match-transcripts.ts';
import { speakersOf } from '../../../src/wiki/evidence/speakers.ts';
import { supportIndex } from '../../../src/wiki/evidence/support.ts';
import { timelineOf } from '../../../src/wiki/evidence/timeline.ts';
import type { TranscriptFile } from '../../../src/wiki/evidence/transcript-facts.ts';
import { readTranscript } from '../../../src/wiki/evidence/transcript-facts.ts';
import { fingerprint } from '../../../src/wiki/text/fingerprint.ts';
import { asList } from '../../../src/wiki/text/plain.ts';
import { parseRange, type TimeRange } from '../../../src/wiki/text/timestamp.ts';
import { compileWiki, type Wiki } from '../../../src/wiki/wiki.ts';
import { readContent } from '../../../src/workspace/read-content.ts';

const ROOT = new URL('../../../', import.meta.url);
const ARCHIVE = new URL('../shared/archive/episodes/', ROOT);
const isHere = existsSync(ARCHIVE);
if (!isHere) console.warn('../shared/archive is missing: the bundled claims are not held against their transcripts');

/** What may be done to a claim, and the smallest share of claims in which it must be noticed. */
type Mutation =
  | 'host'
  | 'beyond'
  | 'other turn'
  | 'other turn, locked'
  | 'two minutes on, locked'
  | 'speaker'
  | 'quote';
const LEAST: Record<Mutation, number> = {
  host: 0.97,
  beyond: 1,
  'other turn': 0.85,
  'other turn, locked': 0.97,
  'two minutes on, locked': 0.9,
  speaker: 0.97,
  quote: 1,
};

describe.skipIf(!isHere)('the bundled claims', () => {
  let wiki: Wiki;
  let files: TranscriptFile[];
  beforeAll(async () => {
    wiki = compileWiki(await readContent(new URL('content', ROOT).pathname));
    files = readdirSync(ARCHIVE)
      .filter((name) => name.endsWith('.md'))
      .map((path) => {
        const text = readFileSync(new URL(path, ARCHIVE), 'utf8');
        return { path, text, digest: fingerprint(text) };
      });
  });

  it('hold against their transcripts', () => {
    const { findings, stateOf } = gatherEvidence(wiki.graph, { transcripts: files, lock: new Map() });
    const ofClaims = findings.filter((finding) => finding.file.startsWith('claims/'));
    expect(ofClaims.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    const states = wiki.graph.ofKind('claim').map((claim) => stateOf(claim.id));
    expect(states.filter((state) => state === 'paraphrase-supported').length / states.length).toBeGreaterThan(0.95);
  });

  it('are noticed when their time, speaker or quote is altered', { timeout: 60_000 }, () => {
    const tally = new Map<Mutation, { tried: number; noticed: number }>();
    const matched = matchTranscripts(wiki.graph.ofKind('episode'), files, (file) => readTranscript(file).facts);
    for (const [episode, file] of matched) {
      const index = supportIndex(timelineOf(readTranscript(file).cues));
      const speakers = speakersOf(wiki.graph, episode.id);
      const transcript: EpisodeTranscript = { index, speakers, nameOf: (id) => id };
      const { cues, words, cueOf } = index.timeline;
      for (const edge of wiki.graph.in(episode.id, 'in')) {
        const node = wiki.graph.node(edge.source);
        const guest = wiki.graph.out(node.id, 'by')[0]?.target;
        if (node.kind !== 'claim' || !guest) continue;
        const ranges = asList(node.data.at).flatMap((at) => parseRange(at) ?? []);
        const claim: CheckedClaim = {
          guest,
          ranges: ranges.map((range) => ({ range, path: ['at'] })),
          text: [node.data.text, ...(node.data.conditions ?? [])].join(' '),
          approx: node.data.approx ?? false,
        };
        const sound = checkClaim(transcript, claim);
        if (sound.findings.length > 0 || sound.state === 'not-checkable') continue;
        const [first] = ranges as [TimeRange];
        const length = (first.end ?? first.start + 40) - first.start;
        const note = (mutation: Mutation, altered: Partial<CheckedClaim>) => {
          const counts = tally.get(mutation) ?? { tried: 0, noticed: 0 };
          tally.set(mutation, counts);
          counts.tried++;
          if (checkClaim(transcript, { ...claim, ...altered }).findings.length > 0) counts.noticed++;
        };
        const moved = (start: number) => ({
          ranges: [{ range: { start, end: start + length } as TimeRange, path: ['at'] }],
        });
        const isGuest = (cue: (typeof cues)[number]) => speakers.of(cue.speaker) === guest;
        const question = cues.findLast((cue) => cue.second < first.start && !isGuest(cue));
        if (question) note('host', moved(question.second));
        note('beyond', moved(index.timeline.end + 60));
        const far = cues.filter((cue) => isGuest(cue) && Math.abs(cue.second - first.start) > length + 60);
        const turn = far[Number.parseInt(fingerprint(node.slug).slice(-6), 36) % far.length];
        if (turn) note('other turn', moved(turn.second));
        if (turn) note('other turn, locked', { ...moved(turn.second), before: ranges });
        note('two minutes on, locked', { ...moved(first.start + 120), before: ranges });
        const host = speakers.of('Alexey');
        if (host) note('speaker', { guest: host });
        // Ten words of the guest's from the middle of the range; then one of them changed.
        const own = words.flatMap((word, at) => {
          const cue = cues[cueOf[at] as number];
          const second = index.timeline.at[at] as number;
          return cue && isGuest(cue) && second >= first.start && second < first.start + length ? [word] : [];
        });
        const quote = own.slice(0, 10);
        if (quote.length < 10 || checkClaim(transcript, { ...claim, quote: quote.join(' ') }).findings.length > 0)
          continue;
        note('quote', { quote: quote.with(5, 'perhaps').join(' ') });
      }
    }
    const shares = [...tally].map(([mutation, { tried, noticed }]) => ({ mutation, tried, share: noticed / tried }));
    console.log(
      shares.map(({ mutation, tried, share }) => `${mutation}: ${(100 * share).toFixed(1)} % of ${tried}`).join('; '),
    );
    for (const { mutation, share } of shares) expect(share, mutation).toBeGreaterThanOrEqual(LEAST[mutation]);
    expect(shares.map(({ mutation }) => mutation).sort()).toEqual(Object.keys(LEAST).sort());
  });
});
