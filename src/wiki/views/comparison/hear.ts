import type { NodeId } from '../../corpus/node.ts';
import { greedyCover } from '../../graph/greedy-cover.ts';
import { formatTime } from '../../text/timestamp.ts';
import { type ClaimLine, type ClaimNode, claimLine, mediaOf, rangesOf } from '../claim-line.ts';
import { playStart } from '../contracts/play-start.ts';
import type { MediaLink } from '../media-link.ts';
import type { ViewContext } from '../view-context.ts';
import type { AccordView } from './accords.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** A claim as a stretch to play. */
export interface PlayableMoment {
  line: ClaimLine;
  medium: MediaLink;
  /** How long it plays, from where it starts. */
  seconds: number;
  /** Seconds by which the host’s question comes before it, where playing starts there. */
  asked?: number;
  /** What it is there for, in words. */
  covers: string[];
}

export interface PlaylistView {
  moments: PlayableMoment[];
  total: string;
  /** What no moment within the time covers, in words. */
  missing: string[];
}

export const PLAYLIST_SECONDS = 300;
/** A passage of unknown length: what most claims take. */
const USUAL_SECONDS = 45;
/** Nothing is understood in less; longer passages are faded out here. */
const SHORTEST_SECONDS = 15;
const LONGEST_SECONDS = 75;
/** A longer question would take the time of another answer; such a moment starts a few seconds early, as others do. */
const LONGEST_QUESTION_SECONDS = 20;

/** How long a claim itself plays, in seconds. */
export function playSeconds(claim: ClaimNode): number {
  const [first] = rangesOf(claim);
  const length = first?.end === undefined ? USUAL_SECONDS : first.end - first.start;
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, length));
}

/** The few moments that cover every option and both sides of every contested position. */
export function playlist(
  context: ViewContext,
  scope: EvidenceScope,
  accords: readonly AccordView[],
): PlaylistView | undefined {
  const { graph } = context.wiki;
  const covers = new Map<NodeId, string[]>();
  const partly = new Map<string, string>();
  const add = (id: NodeId, what: string) => covers.set(id, [...(covers.get(id) ?? []), what]);
  for (const option of scope.options) {
    const own = [...(scope.claimsOf.get(option) ?? [])];
    const arguing = own.filter((id) => graph.out(id, 'speaksFor').some((edge) => edge.target === option));
    for (const id of arguing.length > 0 ? arguing : own) add(id, `for ${graph.node(option).title}`);
  }
  for (const accord of accords.filter((one) => one.accord === 'disputed' || one.accord === 'conditional')) {
    for (const { stance, line } of accord.voices.flatMap((voice) => voice.claims)) {
      const statement = `“${accord.title.replace(/\.$/, '')}”`;
      const side = `${stance === 'opposes' ? 'against' : 'for'} ${statement}`;
      add(line.id, side);
      // Who has reservations stands on this side, and is not made to say more.
      if (stance === 'qualifies') partly.set(`${line.id} ${side}`, `in part for ${statement}`);
    }
  }
  const items = [...covers].flatMap(([id, what]) => {
    const line = claimLine(context, id);
    const claim = graph.node(id) as ClaimNode;
    const [medium] = mediaOf(context, claim);
    if (!line || !medium || line.status === 'superseded') return [];
    const asked = (line.asked ?? Number.POSITIVE_INFINITY) <= LONGEST_QUESTION_SECONDS ? line.asked : undefined;
    const cost = playStart(line.seconds, asked).lead + playSeconds(claim);
    return [{ id, group: line.guest.id, cost, covers: what, line, medium, asked }];
  });
  const { chosen, missing, cost } = greedyCover(items, PLAYLIST_SECONDS);
  if (chosen.length < 2) return undefined;
  const done = new Set<string>();
  return {
    moments: chosen.map((item) => {
      const fresh = item.covers.filter((what) => !done.has(what));
      for (const what of fresh) done.add(what);
      const words = fresh.map((what) => partly.get(`${item.id} ${what}`) ?? what);
      return { line: item.line, medium: item.medium, seconds: item.cost, asked: item.asked, covers: words };
    }),
    total: formatTime(cost),
    missing,
  };
}
