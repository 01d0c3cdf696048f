import type { NodeId } from '../corpus/node.ts';
import type { Edge } from '../graph/wiki-graph.ts';
import { kinds } from '../kinds/index.ts';
import type { EdgeType } from '../kinds/names.ts';
import { compareTitles, groupBy } from '../text/order.ts';
import { truncate } from '../text/plain.ts';
import { claimLine, type Named, named } from './claim-line.ts';
import type { ViewContext } from './view-context.ts';

export interface Backlink extends Named {
  kind: string;
  /** Where on that page it stands, in the words around it. */
  sentence?: string;
  /** Stance, relation or time that goes with the link. */
  label?: string;
  time?: string;
}

export interface BacklinkGroup {
  heading: string;
  links: Backlink[];
}

/** Longest sentence shown beside a back-link. */
const MAX_SENTENCE = 240;
const DEFAULT_HEADING = 'Mentioned in';

/** Pages that point here, under the headings their kind declares; `shown` are edge types the page lists itself. */
export function backlinks(context: ViewContext, id: NodeId, shown: readonly EdgeType[] = []): BacklinkGroup[] {
  const { graph } = context.wiki;
  const kind = kinds[graph.node(id).kind];
  const edges = graph.in(id).filter((edge) => edge.source !== id && !shown.includes(edge.type));
  const groups = groupBy(edges, (edge) => kind.backlinks[edge.type] ?? DEFAULT_HEADING);
  const order = [...Object.values(kind.backlinks), DEFAULT_HEADING];
  return [...groups]
    .sort(([left], [right]) => order.indexOf(left) - order.indexOf(right))
    .map(([heading, members]) => ({ heading, links: firstOfEach(context, members) }));
}

/** One entry a page: the first link on it that has words around it. */
function firstOfEach(context: ViewContext, edges: readonly Edge[]): Backlink[] {
  const bySource = groupBy(edges, (edge) => edge.source);
  const links = [...bySource.values()].map((members): Backlink => {
    const edge = (members.find((member) => member.prose) ?? members[0]) as Edge;
    const node = context.wiki.graph.node(edge.source);
    const claim = node.kind === 'claim' ? claimLine(context, node.id) : undefined;
    return {
      ...named(context, edge.source),
      kind: node.kind,
      sentence: edge.prose ? sentenceAround(context, edge.prose.block, edge.prose.at) : undefined,
      label: edge.label,
      time: claim ? `${claim.guest.short} ${claim.time}` : undefined,
    };
  });
  return links.sort((left, right) => compareTitles(left.title, right.title));
}

const segmenters = new Map<string, Intl.Segmenter>();

function sentenceAround(context: ViewContext, block: string, at: number): string {
  const { language } = context.wiki.settings;
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  const segment = segmenter.segment(block).containing(Math.min(at, block.length - 1));
  const sentence = (segment?.segment ?? block)
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
  return truncate(sentence, MAX_SENTENCE);
}
