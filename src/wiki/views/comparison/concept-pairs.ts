import type { NodeId } from '../../corpus/node.ts';
import { optionsOf } from '../../graph/option-orders.ts';
import { compareText, firstDifference } from '../../text/order.ts';
import { type Evidence, evidenceOf, type Named, named } from '../claim-line.ts';
import { onceOfShape } from '../once.ts';
import { defineShapeTable } from '../tables.ts';
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

const pairs = defineShapeTable('concept-pairs', (context) => new Map([['all', pairsOf(context)]]));

const pairsOf = onceOfShape('concept-pairs', (context): ConceptPair[] => {
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
    return [
      {
        id: concept.id,
        slug: concept.slug,
        claims,
        criteria: targets('judgedBy'),
        positions: targets('takes'),
        above: graph.out(concept.id, 'broader').map((edge) => edge.target),
      },
    ];
  });
  const pairs: ConceptPair[] = [];
  for (const { pair, both } of sharing(facts)) {
    const [one, other] = pair;
    // A part is no rival of its whole.
    const isFamily = one.above.includes(other.id) || other.above.includes(one.id);
    if (isFamily || written.has(`${one.id} ${other.id}`)) continue;
    const criteria = shared(one.criteria, other.criteria);
    const positions = shared(one.positions, other.positions);
    if (criteria < MIN_SHARED_CRITERIA && positions < MIN_SHARED_STANCES) continue;
    const [left, right] = [one, other].sort((a, b) => compareText(a.slug, b.slug)) as [typeof one, typeof one];
    const slug = `${left.slug}-vs-${right.slug}`;
    const claims = one.claims.size + other.claims.size - both;
    pairs.push({ concepts: [left.id, right.id], slug, path: `compare/${slug}/`, criteria, positions, claims });
  }
  pairs.sort((left, right) =>
    firstDifference(
      right.criteria + right.positions - (left.criteria + left.positions),
      right.claims - left.claims,
      compareText(left.slug, right.slug),
    ),
  );
  return pairs.slice(0, MAX_CONCEPT_PAIRS);
});

/**
 * Each two of which some claim speaks of both, and how many do: such a claim ties them together, and a pair that shares none is two
 * topics, not a choice. O(claims · pairs in one).
 */
function sharing<T extends { claims: ReadonlySet<NodeId> }>(all: readonly T[]): { pair: [T, T]; both: number }[] {
  const byClaim = new Map<NodeId, number[]>();
  for (const [index, { claims }] of all.entries()) {
    for (const claim of claims) {
      const known = byClaim.get(claim);
      if (known) known.push(index);
      else byClaim.set(claim, [index]);
    }
  }
  const counts = new Map<number, number>();
  for (const indexes of byClaim.values()) {
    for (const [at, one] of indexes.entries()) {
      for (const other of indexes.slice(at + 1)) {
        const key = one * all.length + other;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return [...counts].map(([key, both]) => ({
    pair: [all[Math.floor(key / all.length)] as T, all[key % all.length] as T],
    both,
  }));
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
