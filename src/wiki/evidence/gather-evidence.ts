import type { AnyNode, NodeId } from '../corpus/node.ts';
import { FILE_START } from '../diagnostics/diagnostic.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { Cue } from '../importers/transcripts/transcript.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { asList } from '../text/plain.ts';
import { parseRange, parseTime } from '../text/timestamp.ts';
import { checkAnchored } from './check-anchored.ts';
import { type ArchiveEntry, checkTranscript, sameTranscripts } from './check-archive.ts';
import type { CheckedClaim, EpisodeTranscript } from './check-claim.ts';
import type { Evidence, EvidenceInput, PlacedFinding } from './evidence.ts';
import type { EvidenceState } from './finding.ts';
import { QUESTION_WITHIN } from './host-question.ts';
import type { LockEntry } from './lock.ts';
import { type EpisodeNode, matchTranscripts, slugOf } from './match-transcripts.ts';
import { emptyMemory, MEMORY_VERSION } from './memory.ts';
import { speakersOf } from './speakers.ts';
import { supportIndex } from './support.ts';
import { timelineOf } from './timeline.ts';
import { readTranscript, type TranscriptFacts, type TranscriptFile } from './transcript-facts.ts';

type ClaimNode = Extract<AnyNode, { kind: 'claim' }>;
type AnchoredClaim = CheckedClaim & { at: string[] };

/** Holds every claim against its episode's transcript, and the transcripts against each other. */
export function gatherEvidence(wiki: WikiGraph, input: EvidenceInput): Evidence {
  const memory = input.memory ?? emptyMemory();
  const kept = emptyMemory();
  const findings: PlacedFinding[] = [];
  const states = new Map<NodeId, EvidenceState>();
  const lock = new Map<string, LockEntry>();
  const questions = new Map<NodeId, number>();
  const reanchored: NodeId[] = [];
  const isPresent = input.transcripts.length > 0;

  /** Cues read for their facts, until their claims are checked. */
  const fresh = new Map<string, Cue[]>();
  const factsOf = (file: TranscriptFile): TranscriptFacts => {
    const known = kept.facts[file.digest] ?? memory.facts[file.digest];
    if (known) {
      kept.facts[file.digest] = known;
      return known;
    }
    const { cues, facts } = readTranscript(file);
    fresh.set(file.digest, cues);
    kept.facts[file.digest] = facts;
    return facts;
  };
  const episodes = wiki.ofKind('episode');
  const matched = matchTranscripts(episodes, input.transcripts, factsOf);
  const entries: ArchiveEntry[] = [];
  for (const episode of episodes) {
    const file = matched.get(episode);
    const claims = wiki.in(episode.id, 'in').map((edge) => wiki.node(edge.source) as ClaimNode);
    if (!file) {
      trustLock(episode, claims);
      continue;
    }
    const speakers = speakersOf(wiki, episode.id);
    entries.push({ episode, path: file.path, facts: factsOf(file), speakers });
    let opened: EpisodeTranscript | undefined;
    const open = (): EpisodeTranscript => {
      const timeline = timelineOf(
        fresh.get(file.digest) ?? readTranscript(file).cues,
        parseTime(episode.data.duration ?? ''),
      );
      return { index: supportIndex(timeline), speakers, nameOf: (id) => wiki.node(id).title };
    };
    const unverified: { node: ClaimNode; reason: string }[] = [];
    const talk = fingerprint(JSON.stringify([MEMORY_VERSION, file.digest, speakers.key, episode.data.duration]));
    for (const node of claims) {
      const claim = checkedClaim(wiki, node);
      if (!claim) continue;
      const locked = input.lock.get(node.slug);
      const { guest, text, quote, approx } = claim;
      const words = fingerprint(JSON.stringify([talk, guest, node.data.at, text, quote, approx]));
      const keyWith = (entry: LockEntry | undefined) =>
        entry === undefined ? words : fingerprint(words + JSON.stringify(entry));
      const key = keyWith(locked);
      const remembered = memory.checks[key];
      if (!remembered) opened ??= open();
      const check = remembered
        ? { ...remembered, entry: locked }
        : checkAnchored(opened as EpisodeTranscript, claim, locked);
      // The next check finds the anchor this one leaves.
      const { state, findings: said, reason } = check;
      const after = check.entry === locked ? key : keyWith(check.entry);
      kept.checks[after] = { state, findings: said, ...(reason ? { reason } : {}) };
      states.set(node.id, check.state);
      if (check.entry) lock.set(node.slug, check.entry);
      if (check.entry && check.state !== 'fails') noteQuestion(node.id, claim, check.entry);
      if ('isReanchored' in check) reanchored.push(node.id);
      if (check.reason && check.state === 'not-checkable') unverified.push({ node, reason: check.reason });
      for (const { path, fix, ...finding } of check.findings) {
        findings.push({
          ...finding,
          file: node.file,
          span: node.locate(path),
          ...(fix === undefined ? {} : { fix: { node: node.id, path, value: fix } }),
        });
      }
    }
    if (unverified.length > 0) findings.push(sayUnverified(episode, unverified));
    fresh.delete(file.digest);
  }
  const copies = [...sameTranscripts(entries)];
  for (const entry of entries) {
    findings.push(
      ...checkTranscript(
        entry,
        copies.some((copy) => copy.file === entry.episode.file),
      ),
    );
  }
  findings.push(...copies);
  const slugs = new Set(episodes.map((episode) => episode.slug));
  for (const file of input.transcripts) {
    if (!input.own?.has(file.path) || slugs.has(slugOf(file.path))) continue;
    const message = `no episode is called \`${slugOf(file.path)}\``;
    findings.push({
      code: 'stray-transcript',
      file: file.path,
      span: FILE_START,
      message,
      hint: 'name it like its episode',
    });
  }
  const stateOf = (id: NodeId) => states.get(id) ?? 'not-checkable';
  const questionOf = (id: NodeId) => questions.get(id);
  return { findings, isPresent, stateOf, questionOf, lock, reanchored, memory: kept };

  /** The question before the first of a claim’s ranges; a lock is a file that anyone may have edited. */
  function noteQuestion(id: NodeId, claim: AnchoredClaim, entry: LockEntry): void {
    if (entry.at.join() !== claim.at.join()) return;
    const starts: number[] = claim.ranges.map(({ range }) => range.start);
    const start = Math.min(...starts);
    const question = entry.anchors[starts.indexOf(start)]?.question;
    if (question !== undefined && question < start && start - question <= QUESTION_WITHIN) questions.set(id, question);
  }

  /** Without its transcript a claim is what it was when last verified, unless it was edited since. */
  function trustLock(episode: EpisodeNode, claims: readonly ClaimNode[]): void {
    const unverified: { node: ClaimNode; reason: string }[] = [];
    for (const node of claims) {
      const locked = input.lock.get(node.slug);
      const claim = checkedClaim(wiki, node);
      const words = claim && fingerprint(JSON.stringify([claim.guest, claim.text, claim.quote ?? '']));
      if (locked && claim && locked.words === words && locked.at.join() === claim.at.join()) {
        states.set(node.id, locked.state);
        lock.set(node.slug, locked);
        noteQuestion(node.id, claim, locked);
      } else {
        if (locked) lock.set(node.slug, locked);
        unverified.push({ node, reason: 'there is no transcript' });
      }
    }
    if (isPresent && unverified.length > 0) findings.push(sayUnverified(episode, unverified));
  }
}

/** What a claim's check depends on, or nothing for one whose speaker is not known: that has been said. */
function checkedClaim(wiki: WikiGraph, node: ClaimNode): AnchoredClaim | undefined {
  const guest = wiki.out(node.id, 'by')[0]?.target;
  if (guest === undefined) return undefined;
  const at = asList(node.data.at);
  const isList = Array.isArray(node.data.at);
  const ranges = at.flatMap((written, index) => {
    const range = parseRange(written);
    const isSound = range && (range.end === undefined || range.end > range.start);
    return isSound ? [{ range, path: isList ? ['at', index] : ['at'] }] : [];
  });
  if (ranges.length !== at.length) return undefined;
  const text = [node.data.text, ...(node.data.conditions ?? [])].join(' ');
  const quote = node.data.quote;
  return { guest, at, ranges, text, approx: node.data.approx ?? false, ...(quote === undefined ? {} : { quote }) };
}

function sayUnverified(episode: EpisodeNode, claims: readonly { node: ClaimNode; reason: string }[]): PlacedFinding {
  const [first] = claims;
  const isOne = claims.every((claim) => claim.reason === first?.reason);
  return {
    code: 'unverified-claims',
    file: episode.file,
    span: episode.locate(['title']),
    message: `${claims.length === 1 ? 'one claim' : `${claims.length} claims`} could not be verified: ${isOne ? first?.reason : 'it is not known who speaks'}`,
    related: claims
      .map(({ node, reason }) => ({ file: node.file, span: node.locate(['at']), message: reason }))
      .sort((left, right) => left.span.start.line - right.span.start.line),
  };
}
