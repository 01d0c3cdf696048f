import type { AnyNode } from '../corpus/node.ts';
import { formatTime } from '../text/timestamp.ts';
import { type ClaimLine, type ClaimNode, claimLine, type Evidence, evidenceOf, rangesOf } from './claim-line.ts';
import { type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface CollectionView extends PageView {
  steps: { claim: ClaimLine; why?: string; length: string }[];
  evidence: Evidence;
  /** How long all of it takes to hear. */
  total: string;
}

/** Listening time assumed for a claim whose end is not given. */
const UNKNOWN_LENGTH_SECONDS = 30;

/** Seconds of audio a claim covers. */
export function listeningSeconds(claim: ClaimNode): number {
  return rangesOf(claim).reduce(
    (sum, range) => sum + Math.max(0, (range.end ?? range.start + UNKNOWN_LENGTH_SECONDS) - range.start),
    0,
  );
}

export function collectionView(context: ViewContext, node: Extract<AnyNode, { kind: 'collection' }>): CollectionView {
  const { graph } = context.wiki;
  const held = graph.out(node.id, 'holds').filter((edge) => edge.field.startsWith('claims.'));
  const steps = held.flatMap((edge) => {
    const claim = claimLine(context, edge.target);
    const seconds = listeningSeconds(graph.node(edge.target) as ClaimNode);
    const why = node.data.claims[Number(edge.field.split('.')[1])]?.why;
    return claim ? [{ claim, why, seconds, length: formatTime(seconds) }] : [];
  });
  return {
    ...pageView(context, node),
    steps: steps.map(({ seconds: _, ...step }) => step),
    evidence: evidenceOf(steps.map((step) => step.claim)),
    total: formatTime(steps.reduce((sum, step) => sum + step.seconds, 0)),
  };
}
