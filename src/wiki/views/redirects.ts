import { formerAddresses } from '../graph/addresses.ts';
import { bothOrders, writtenPairs } from '../graph/option-orders.ts';
import { conceptPairs } from './comparison/concept-pairs.ts';
import { guestPairs } from './comparison/guest-pairs.ts';
import { onceOfShape } from './once.ts';
import type { ViewContext } from './view-context.ts';

export interface RedirectView {
  /** Path inside the site of the old name. */
  path: string;
  /** Address of the page it leads to. */
  to: string;
  title: string;
}

/** Old addresses lead to their page; so do, among computed pages, the other order and pairs that have a written comparison. */
export function redirects(context: ViewContext): RedirectView[] {
  const { graph } = context.wiki;
  const former = [...formerPaths(context)].map(([path, id]) => ({
    path,
    to: context.href(id),
    title: graph.node(id).title,
  }));
  const written = writtenPairs(graph).flatMap(({ comparison, options }) =>
    bothOrders(graph, options).map((order) => ({
      path: `compare/${order}/`,
      to: context.href(comparison),
      title: graph.node(comparison).title,
    })),
  );
  const turned = [
    ...conceptPairs(context).map((pair) => ({ ...pair, sides: pair.concepts, word: ' vs ' })),
    ...guestPairs(context).map((pair) => ({ ...pair, sides: pair.guests, word: ' and ' })),
  ].flatMap(({ path, slug, sides, word }) =>
    bothOrders(graph, sides)
      .filter((order) => order !== slug)
      .map((order) => ({
        path: path.replace(slug, order),
        to: context.base + path,
        title: sides.map((id) => graph.node(id).title).join(word),
      })),
  );
  return [...former, ...written, ...turned];
}

const formerPaths = onceOfShape('former-addresses', ({ wiki }) => formerAddresses(wiki.graph));
