import type { AnyNode, NodeId } from '../wiki/corpus/node.ts';
import { pathOf } from '../wiki/graph/addresses.ts';
import { CLAIM_TYPES, STANCES } from '../wiki/kinds/claim.ts';
import { kinds } from '../wiki/kinds/index.ts';
import { compareText } from '../wiki/text/order.ts';
import { claimLine, mediaOf } from '../wiki/views/claim-line.ts';
import type { RecordFacets } from '../wiki/views/contracts/search-facets.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';

/** One thing that can be found. Plain data: it crosses to the process that builds the index. */
export interface SearchRecord {
  id: NodeId;
  /** Path inside the site. */
  path: string;
  title: string;
  /** Said at a second, rather than a page. */
  isMoment: boolean;
  /** Words by weight: names above all, then what sums it up, then its prose, then the names of what it is about. */
  names: string[];
  lead: string[];
  prose: string[];
  about: string[];
  /** What a result shows beside its words. */
  meta: Record<string, string>;
  facets: RecordFacets;
}

/** Everything that can be found, pages apart from claims; in order of id, so that the same content gives the same bytes. */
export function searchRecords(context: ViewContext): { pages: SearchRecord[]; claims: SearchRecord[] } {
  const { pages, claims } = searchedNodes(context);
  const recordsOf = (nodes: readonly AnyNode[]) => nodes.flatMap((node) => searchRecord(context, node) ?? []);
  return { pages: recordsOf(pages), claims: recordsOf(claims) };
}

/** What records are of, in their order. */
export function searchedNodes(context: ViewContext): { pages: AnyNode[]; claims: AnyNode[] } {
  const nodes = [...context.wiki.graph.nodes].sort((left, right) => compareText(left.id, right.id));
  return { pages: nodes.filter((node) => !isMoment(node)), claims: nodes.filter(isMoment) };
}

/** None of a claim that nobody says or that is said nowhere. */
export function searchRecord(context: ViewContext, node: AnyNode): SearchRecord | undefined {
  return isMoment(node) ? claimRecord(context, node) : pageRecord(context, node);
}

/**
 * Nodes whose records may not be what they were, when only the nodes in `changed` are not: a record says the titles of what
 * its node’s fields link with and of nothing beyond, and claims say the media of their episode. Titles of a show’s pages stand
 * in no record, but its episodes’ own links do.
 */
export function recordsTouchedBy(context: ViewContext, changed: ReadonlySet<NodeId>): Set<NodeId> {
  const { graph } = context.wiki;
  const touched = new Set<NodeId>();
  for (const id of changed) {
    if (!graph.find(id)) continue;
    touched.add(id);
    for (const edge of graph.in(id)) if (!edge.prose) touched.add(edge.source);
  }
  return touched;
}

function isMoment(node: AnyNode): boolean {
  return kinds[node.kind].storage === 'list';
}

function pageRecord(context: ViewContext, node: AnyNode): SearchRecord {
  const { graph } = context.wiki;
  const fieldEdges = graph.out(node.id).filter((edge) => !edge.prose);
  return {
    id: node.id,
    path: pathOf(node),
    title: node.title,
    isMoment: false,
    names: [node.title, ...node.aliases],
    lead: [...(node.summary === undefined ? [] : [node.summary]), ...searchedWords(node)],
    prose: node.proses.map((prose) => prose.text).filter((text) => text !== ''),
    about: [...new Set(fieldEdges.map((edge) => graph.node(edge.target)))]
      .filter((target) => kinds[target.kind].storage === 'file')
      .map((target) => target.title),
    meta: {},
    facets: facetsOf(context, node),
  };
}

function claimRecord(context: ViewContext, node: AnyNode): SearchRecord | undefined {
  const line = claimLine(context, node.id);
  if (!line || node.kind !== 'claim') return undefined;
  const record = pageRecord(context, node);
  const medium = mediaOf(context, node)[0];
  const [option] = context.wiki.graph.out(node.id, 'speaksFor');
  const [stance] = record.facets.stance ?? [];
  return {
    ...record,
    title: line.text,
    isMoment: true,
    names: [],
    lead: [line.text],
    // An address is a title in few words, written by whoever wrote the claim.
    prose: [...searchedWords(node), node.slug.slice(node.slug.indexOf('/') + 1).replaceAll('-', ' ')],
    meta: {
      guest: line.guest.title,
      episode: line.episode.title,
      time: line.time,
      type: line.type,
      ...(option ? { option: context.wiki.graph.node(option.target).title } : {}),
      ...(stance ? { stance } : {}),
      ...(line.approx ? { approx: '1' } : {}),
      ...(medium ? { medium: medium.medium, source: medium.source, at: String(medium.at), listen: medium.href } : {}),
      ...(line.asked === undefined ? {} : { asked: String(line.asked) }),
    },
  };
}

/** Words of the fields that the kind wants searched. */
function searchedWords(node: AnyNode): string[] {
  return (kinds[node.kind].searched ?? []).flatMap((field) => valuesAt(node.data, field.split('.')));
}

function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return [String(value)];
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[key], rest) : [];
}

/** What a record can be narrowed by, all of it from its edges. Values are slugs, so that addresses are short. */
function facetsOf(context: ViewContext, node: AnyNode): RecordFacets {
  const { graph } = context.wiki;
  const edges = graph.out(node.id).filter((edge) => !edge.prose);
  const slugs = (targets: readonly NodeId[]) => [...new Set(targets)].sort(compareText).map(slugOf);
  const targets = (kind: string, ...types: string[]) =>
    edges
      .filter((edge) => edge.target.startsWith(`${kind}:`) && (types.length === 0 || types.includes(edge.type)))
      .map((edge) => edge.target);
  const own = (kind: string) => (node.kind === kind ? [node.id] : []);
  const episodes = [...own('episode'), ...targets('episode')];
  const shows = [...own('show'), ...targets('show'), ...episodes.flatMap((id) => graph.out(id, 'partOf').map(target))];
  const date = graph.date(node.id);
  return {
    type: [node.kind],
    guest: slugs([...own('guest'), ...targets('guest', 'by', 'features', 'host')]),
    concept: slugs([...own('concept'), ...targets('concept', 'about', 'compares', 'broader')]),
    criterion: slugs([...own('criterion'), ...targets('criterion')]),
    option: slugs(targets('concept', 'speaksFor', 'compares')),
    stance: STANCES.filter((stance) => edges.some((edge) => edge.type === 'takes' && edge.label === stance)),
    claim: node.kind === 'claim' ? CLAIM_TYPES.filter((type) => type === node.data.type) : [],
    year: date === undefined ? [] : [date.slice(0, 4)],
    show: slugs(shows),
    day: date === undefined ? [] : [date],
  };
}

function target(edge: { target: NodeId }): NodeId {
  return edge.target;
}

function slugOf(id: NodeId): string {
  return id.slice(id.indexOf(':') + 1);
}
