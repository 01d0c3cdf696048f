import type { NodeId } from '../corpus/node.ts';
import { FILE_START } from '../diagnostics/diagnostic.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { Cue } from '../importers/transcripts/transcript.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { parseTime } from '../text/timestamp.ts';
import { checkAnchored } from './check-anchored.ts';
import { type ArchiveEntry, checkTranscript, sameTranscripts } from './check-archive.ts';
import type { EpisodeTranscript } from './check-claim.ts';
import { type ClaimNode, checkedClaim } from './checked-claim.ts';
import type { Evidence, EvidenceInput, PlacedFinding } from './evidence.ts';
import type { EvidenceState } from './finding.ts';
import { questionBefore } from './host-question.ts';
import { LockedClaim } from './lock.ts';
import { type EpisodeNode, matchTranscripts, slugOf } from './match-transcripts.ts';
import { emptyMemory, type RememberedClaim, type RememberedEpisode } from './memory.ts';
import { claimKey, episodeKey } from './result-keys.ts';
import { speakersOf } from './speakers.ts';
import { supportIndex } from './support.ts';
import { timelineOf } from './timeline.ts';
import { readCues, readTranscript, type TranscriptFacts, type TranscriptFile } from './transcript-facts.ts';

interface Unverified {
  node: ClaimNode;
  reason: string;
}

/** Holds every claim against its episode's transcript, and the transcripts against each other. */
export function gatherEvidence(wiki: WikiGraph, input: EvidenceInput): Evidence {
  const memory = input.memory ?? emptyMemory();
  const isPresent = input.transcripts.length > 0;
  // Without a transcript nothing is found out, and nothing forgotten.
  const kept = isPresent ? emptyMemory() : memory;
  const findings: PlacedFinding[] = [];
  const states = new Map<NodeId, EvidenceState>();
  const lock = new Map<string, LockedClaim>();
  const questions = new Map<NodeId, number>();
  const reanchored: NodeId[] = [];

  /** Cues read for their facts, until their claims are checked. */
  const fresh = new Map<string, Cue[]>();
  const factsOf = (file: TranscriptFile): TranscriptFacts => {
    const known = own(kept.facts, file.digest) ?? own(memory.facts, file.digest);
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
    const guests = wiki.out(episode.id, 'features').map((edge) => wiki.node(edge.target));
    entries.push({ episode, guests, path: file.path, facts: factsOf(file), speakers });
    const talk = JSON.stringify([file.digest, speakers.key, episode.data.duration]);
    const known = own(memory.episodes, episode.slug);
    const results =
      known?.key === episodeKey(wiki, talk, claims, input.lock)
        ? recall(known, claims)
        : checkClaims(claims, known, talk, () => ({
            index: supportIndex(
              timelineOf(fresh.get(file.digest) ?? readCues(file).cues, parseTime(episode.data.duration ?? '')),
            ),
            speakers,
            nameOf: (id) => wiki.node(id).title,
          }));
    kept.episodes[episode.slug] = results;
    const unverified: Unverified[] = [];
    for (const [index, node] of claims.entries()) {
      const result = results.claims[index];
      if (!result) continue;
      states.set(node.id, result.state);
      if (result.question !== undefined) questions.set(node.id, result.question);
      if (result.reason && result.state === 'not-checkable') unverified.push({ node, reason: result.reason });
      for (const { path, fix, ...finding } of result.findings) {
        const guest = wiki.out(node.id, 'by')[0]?.target;
        // Who does not speak in the episode speaks at none of its seconds: `speaker-not-in-episode` has said it.
        if (finding.code === 'wrong-speaker' && guest !== undefined && !speakers.isThere(guest)) continue;
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

  /** Nothing has changed: what the lock says stays as well. */
  function recall(known: RememberedEpisode, claims: readonly ClaimNode[]): RememberedEpisode {
    for (const [index, node] of claims.entries()) {
      const entry = known.claims[index] ? input.lock.get(node.slug) : undefined;
      if (entry) lock.set(node.slug, entry);
    }
    return known;
  }

  /** Checks the claims of an episode that were not checked as they are now. The transcript is opened for the first of them. */
  function checkClaims(
    claims: readonly ClaimNode[],
    known: RememberedEpisode | undefined,
    talk: string,
    open: () => EpisodeTranscript,
  ): RememberedEpisode {
    const before = new Map(known?.claims.flatMap((claim) => (claim ? [[claim.key, claim]] : [])));
    let opened: EpisodeTranscript | undefined;
    const results = claims.map((node): RememberedClaim | null => {
      const claim = checkedClaim(wiki, node);
      if (!claim) return null;
      const locked = input.lock.get(node.slug);
      const key = claimKey(wiki, talk, node, locked);
      const remembered = before.get(key);
      if (remembered) {
        if (locked) lock.set(node.slug, locked);
        return remembered;
      }
      opened ??= open();
      const { state, findings: said, reason, entry, isReanchored } = checkAnchored(opened, claim, locked?.entry);
      const after = entry && (entry === locked?.entry ? locked : LockedClaim.of(entry));
      if (after) lock.set(node.slug, after);
      if (isReanchored) reanchored.push(node.id);
      const question = entry && state !== 'fails' ? questionBefore(claim, entry) : undefined;
      return {
        // The next check finds the anchor this one leaves.
        key: after === locked ? key : claimKey(wiki, talk, node, after),
        state,
        findings: said,
        ...(reason ? { reason } : {}),
        ...(question === undefined ? {} : { question }),
      };
    });
    return { key: episodeKey(wiki, talk, claims, lock), claims: results };
  }

  /** Without its transcript a claim is what it was when last verified, unless it was edited since. */
  function trustLock(episode: EpisodeNode, claims: readonly ClaimNode[]): void {
    const unverified: Unverified[] = [];
    for (const node of claims) {
      const locked = input.lock.get(node.slug);
      const entry = locked?.entry;
      const claim = entry && checkedClaim(wiki, node);
      const words = claim && fingerprint(JSON.stringify([claim.guest, claim.text, claim.quote ?? '']));
      if (locked && claim && entry.words === words && entry.at.join() === claim.at.join()) {
        states.set(node.id, entry.state);
        lock.set(node.slug, locked);
        const question = questionBefore(claim, entry);
        if (question !== undefined) questions.set(node.id, question);
      } else {
        if (locked && entry) lock.set(node.slug, locked);
        unverified.push({ node, reason: 'there is no transcript' });
      }
    }
    if (isPresent && unverified.length > 0) findings.push(sayUnverified(episode, unverified));
  }
}

/** A page may be called `constructor`. */
function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function sayUnverified(episode: EpisodeNode, claims: readonly Unverified[]): PlacedFinding {
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
