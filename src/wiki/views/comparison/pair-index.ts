import type { NodeId } from '../../corpus/node.ts';
import { optionsOf, writtenPairs } from '../../graph/option-orders.ts';
import { compareText, compareTitles } from '../../text/order.ts';
import { count } from '../../text/plain.ts';
import { type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';
import { comparisonIndex } from './comparison-index.ts';
import { conceptPairs } from './concept-pairs.ts';
import { guestPairs } from './guest-pairs.ts';

/** Two things that have a page of their own. */
export interface PairLink {
  sides: [Named, Named];
  /** `RAG vs fine-tuning` */
  title: string;
  href: string;
  /** What they have in common, in words. */
  detail: string;
}

export interface PairIndex {
  groups: { id: 'written' | 'concepts' | 'guests'; heading: string; pairs: PairLink[] }[];
  /** What can be picked first: everything that stands in a pair. */
  sides: { heading: string; sides: Named[] }[];
}

/** Every pair with a page: written comparisons by each two of their options, computed ones, guests. */
export function pairIndex(context: ViewContext): PairIndex {
  const both = (ids: readonly NodeId[]) => ids.map((id) => named(context, id)) as [Named, Named];
  const titled = (sides: [Named, Named], word: string) => ({
    sides,
    title: sides.map((side) => side.title).join(word),
  });
  const items = new Map(comparisonIndex(context).groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  const written = writtenPairs(context.wiki.graph).map(({ comparison, options }): PairLink => {
    const { title, href, evidence } = items.get(comparison) as NonNullable<ReturnType<typeof items.get>>;
    const pair = titled(both(options), ' vs ');
    const weight = count(evidence.claims, 'claim');
    // Of two alone it is their own page and has its own name; of more it is a part.
    if (optionsOf(context.wiki.graph, comparison).length === 2) return { ...pair, title, href, detail: weight };
    return { ...pair, href, detail: `in “${title}”, ${weight}` };
  });
  const concepts = conceptPairs(context).map(
    (pair): PairLink => ({
      ...titled(both(pair.concepts), ' vs '),
      href: context.base + pair.path,
      detail: `${count(pair.claims, 'claim')}, ${count(pair.criteria, 'shared criterion', 'shared criteria')}, ${count(pair.positions, 'shared position')}`,
    }),
  );
  const guests = guestPairs(context).map(
    (pair): PairLink => ({
      ...titled(both(pair.guests), ' and '),
      href: context.base + pair.path,
      detail: count(pair.positions.length, 'shared position'),
    }),
  );
  const groups: PairIndex['groups'] = [
    { id: 'written', heading: 'Written comparisons', pairs: written },
    { id: 'concepts', heading: 'Two concepts, computed', pairs: concepts },
    { id: 'guests', heading: 'Two guests', pairs: guests },
  ];
  const sides = [
    { heading: 'Concepts', sides: sidesOf([...written, ...concepts]) },
    { heading: 'Guests', sides: sidesOf(guests) },
  ];
  return {
    groups: groups.filter((group) => group.pairs.length > 0),
    sides: sides.filter((group) => group.sides.length > 0),
  };
}

function sidesOf(pairs: readonly PairLink[]): Named[] {
  const sides = new Map(pairs.flatMap((pair) => pair.sides.map((side) => [side.id, side])));
  return [...sides.values()].sort(
    (left, right) => compareTitles(left.title, right.title) || compareText(left.id, right.id),
  );
}
