import type { NodeId } from '../../corpus/node.ts';
import { optionsOf } from '../../graph/option-orders.ts';
import { compareText, firstDifference } from '../../text/order.ts';
import { type Evidence, evidenceOf, type Named, named } from '../claim-line.ts';
import { defineTable } from '../tables.ts';
import type { ViewContext } from '../view-context.ts';
import { type AccordView, accordsOf, type StanceTable, stanceTable } from './accords.ts';
import { type AgesView, agesOf } from './ages.ts';
import { evidenceScope } from './evidence-scope.ts';
import { type GuestBlock, guestBlocks } from './guests.ts';
import { type PlaylistView, playlist } from './hear.ts';
import { type MatrixRow, matrixOf } from './matrix.ts';

/** Two concepts that can be compared although nobody has written the comparison. */
export interface ConceptPair {
  concepts: [NodeId, NodeId];
  /** `fine-tuning-vs-rag`, by slug. */
  slug: string;
  path: string;
  criteria: number;
  positions: number;
  claims: number;
}

/** Claims each of the two must have. */
export const MIN_CLAIMS_EACH = 5;
/** Claims that must speak for each: what nobody argues for is a topic, not an option. */
export const MIN_CLAIMS_FOR = 2;
/** Criteria on which both must be judged; or, instead, positions that claims on both take. */
export const MIN_SHARED_CRITERIA = 2;
export const MIN_SHARED_STANCES = 2;
/** Pages of this sort at most, those with most in common first. */
export const MAX_CONCEPT_PAIRS = 200;

/** Pairs with enough evidence and no written comparison, those that share most first. */
export function conceptPairs(context: ViewContext): readonly ConceptPair[] {
  return pairs(context, 'all') ?? [];
}

const pairs = defineTable('concept-pairs', (context) => new Map([['all', pairsOf(context)]]));

function pairsOf(context: ViewContext): ConceptPair[] {
  const { graph } = context.wiki;
  const written = new Set(
    graph.ofKind('comparison').flatMap((comparison) => {
      const options = optionsOf(graph, comparison.id);
      return options.flatMap((one) => options.map((other) => `${one} ${other}`));
    }),
  );
  const facts = graph.ofKind('concept').flatMap((concept) => {
    const claims = new Set(
      graph
        .in(concept.id, 'about', 'speaksFor')
        .map((edge) => edge.source)
        .filter((id) => graph.node(id).kind === 'claim'),
    );
    if (claims.size < MIN_CLAIMS_EACH || graph.in(concept.id, 'speaksFor').length < MIN_CLAIMS_FOR) return [];
    const targets = (type: 'judgedBy' | 'takes') =>
      new Set([...claims].flatMap((id) => graph.out(id, type).map((edge) => edge.target)));
    return [{ id: concept.id, slug: concept.slug, claims, criteria: targets('judgedBy'), positions: targets('takes') }];
  });
  const pairs: ConceptPair[] = [];
  for (const [index, one] of facts.entries()) {
    for (const other of facts.slice(index + 1)) {
      if (written.has(`${one.id} ${other.id}`) || isFamily(context, one.id, other.id)) continue;
      const criteria = shared(one.criteria, other.criteria);
      const positions = shared(one.positions, other.positions);
      if (criteria < MIN_SHARED_CRITERIA && positions < MIN_SHARED_STANCES) continue;
      // A claim about both ties them together: a pair that shares none is two topics, not a choice.
      const both = shared(one.claims, other.claims);
      if (both === 0) continue;
      const [left, right] = [one, other].sort((a, b) => compareText(a.slug, b.slug)) as [typeof one, typeof one];
      const slug = `${left.slug}-vs-${right.slug}`;
      const claims = one.claims.size + other.claims.size - both;
      pairs.push({ concepts: [left.id, right.id], slug, path: `compare/${slug}/`, criteria, positions, claims });
    }
  }
  pairs.sort((left, right) =>
    firstDifference(
      right.criteria + right.positions - (left.criteria + left.positions),
      right.claims - left.claims,
      compareText(left.slug, right.slug),
    ),
  );
  return pairs.slice(0, MAX_CONCEPT_PAIRS);
}

/** A part is no rival of its whole. */
function isFamily(context: ViewContext, one: NodeId, other: NodeId): boolean {
  const above = (id: NodeId) => context.wiki.graph.out(id, 'broader').map((edge) => edge.target);
  return above(one).includes(other) || above(other).includes(one);
}

function shared<T>(left: ReadonlySet<T>, right: ReadonlySet<T>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let count = 0;
  for (const one of few) if (many.has(one)) count++;
  return count;
}

/** The computed parts of a comparison page. */
export interface ConceptPairView {
  path: string;
  title: string;
  description: string;
  options: (Named & { short: string; summary?: string; claims: number })[];
  evidence: Evidence;
  matrix: MatrixRow[];
  accords: AccordView[];
  table: StanceTable;
  guests: GuestBlock[];
  playlist?: PlaylistView;
  ages: AgesView;
}

export function conceptPairView(context: ViewContext, pair: ConceptPair): ConceptPairView {
  const { graph } = context.wiki;
  const scope = evidenceScope(context, pair.concepts);
  const accords = accordsOf(context, scope.positions);
  const names = pair.concepts.map((id) => graph.node(id).title);
  return {
    path: pair.path,
    title: names.join(' vs '),
    description: `What guests say about ${names.join(' and ')}, criterion by criterion, each claim at its second.`,
    options: pair.concepts.map((id) => ({
      ...named(context, id),
      short: graph.node(id).title,
      summary: graph.node(id).summary,
      claims: scope.claimsOf.get(id)?.size ?? 0,
    })),
    evidence: evidenceOf(scope.lines),
    matrix: matrixOf(context, scope, []),
    accords,
    table: stanceTable(accords.filter((accord) => accord.voices.length > 1)),
    guests: guestBlocks(context, scope, new Map()),
    playlist: playlist(context, scope, accords),
    ages: agesOf(context, scope),
  };
}
