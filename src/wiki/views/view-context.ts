import type { NodeId } from '../corpus/node.ts';
import { pathOf } from '../graph/addresses.ts';
import type { KeptRankings } from '../graph/measures/kept-rankings.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { groupBy } from '../text/order.ts';
import type { Wiki } from '../wiki.ts';
import { noteLanguages } from './code-languages.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import type { Reads } from './reads.ts';
import { defineShapeTable } from './tables.ts';
import { type Notes, watchedWiki } from './watched-wiki.ts';

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
  /** What earlier builds found out about the whole archive. */
  memory: Memory;
  /** Where it is noted what pages are made from, when somebody asks. */
  reads?: Reads;
  /** Notes that are not taken by asking `wiki`. */
  notes?: Notes;
  /** What an earlier build kept about what is related. */
  rankings?: KeptRankings;
  /** Stands for the shape of the archive (`shape.ts`), where somebody has found it out. */
  shape?: string;
  /** Whether a page is known to be written as it was then. */
  isAsKept?(id: NodeId): boolean;
}

export function viewContext(
  compiled: Wiki,
  base: string,
  highlight: Highlight,
  { reads, rankings, memory = NO_MEMORY }: Partial<Pick<ViewContext, 'reads' | 'rankings' | 'memory'>> = {},
): ViewContext {
  const shown = { ...compiled, ...compiled.published };
  const watched = reads && watchedWiki(shown, reads);
  const wiki = watched?.wiki ?? shown;
  const context: ViewContext = {
    wiki,
    base,
    highlight(source, language) {
      noteLanguages(context, 'all');
      return highlight(source, language);
    },
    shortName: (guest) => shortNames(context, guest) ?? wiki.graph.node(guest).title,
    href: (id) => base + pathOf(wiki.graph.node(id)),
    memory,
    reads,
    rankings,
    notes: watched?.notes,
  };
  return context;
}

const shortNames = defineShapeTable('short-names', ({ wiki }) => {
  const lastWord = (name: string) => name.trim().split(/\s+/).at(-1) as string;
  const names = new Map<string, string>();
  for (const [last, guests] of groupBy(wiki.graph.ofKind('guest'), (guest) => lastWord(guest.title))) {
    for (const guest of guests) names.set(guest.id, guests.length > 1 ? `${[...guest.title][0]}. ${last}` : last);
  }
  return names;
});

/** Path of the index page of a kind. */
export function indexPathOf(kind: KindName): string {
  return `${kinds[kind].folder}/`;
}
