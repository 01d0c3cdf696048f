import type { NodeId } from '../corpus/node.ts';
import { pathOf } from '../graph/addresses.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { groupBy } from '../text/order.ts';
import type { Wiki } from '../wiki.ts';

/** Source of a code block → HTML of its lines, tokens marked by class. */
export type Highlight = (source: string, language: string) => string;

/** What every view is made from. */
export interface ViewContext {
  /** With the graph that readers see: what is held back is not in it. */
  wiki: Wiki;
  /** Path the site is served under; begins and ends with a slash. */
  base: string;
  highlight: Highlight;
  /** The shortest unmistakable name of a guest: the last word of it, with an initial where two share it. */
  shortName(guest: NodeId): string;
  /** Address of a page, from the root of the host. */
  href(id: NodeId): string;
}

export function viewContext(compiled: Wiki, base: string, highlight: Highlight): ViewContext {
  const wiki = { ...compiled, ...compiled.published };
  const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) as string;
  const shortNames = new Map<NodeId, string>();
  for (const [last, guests] of groupBy(wiki.graph.ofKind('guest'), (guest) => lastWord(guest.title))) {
    for (const guest of guests) {
      shortNames.set(guest.id, guests.length > 1 ? `${[...guest.title][0]}. ${last}` : last);
    }
  }
  return {
    wiki,
    base,
    highlight,
    shortName: (guest) => shortNames.get(guest) ?? wiki.graph.node(guest).title,
    href: (id) => base + pathOf(wiki.graph.node(id)),
  };
}

/** Path of the index page of a kind. */
export function indexPathOf(kind: KindName): string {
  return `${kinds[kind].folder}/`;
}
