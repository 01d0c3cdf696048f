import { MultiDirectedGraph } from 'graphology';
import type { AnyNode, NodeId } from '../corpus/node.ts';
import type { ProseLink } from '../corpus/prose.ts';
import type { KindName } from '../kinds/index.ts';
import type { EdgeType } from '../kinds/names.ts';
import { compareText } from '../text/order.ts';
import type { Span } from '../text/source-text.ts';

export interface NodeAttributes {
  kind: KindName;
  slug: string;
  title: string;
  /** Day of the evidence, `YYYY-MM-DD`; absent when nothing dated stands behind the node. */
  date?: string;
}

/** A resolved link, and where it came from. */
export interface EdgeAttributes {
  type: EdgeType;
  /** Stance, relation or time that goes with it. */
  label?: string;
  /** `body`, or the field it was written in: `about`, `cells.3.text`. */
  field: string;
  span(): Span;
  /** For links in prose: the text it stands in. */
  prose?: ProseLink;
}

export interface Edge extends EdgeAttributes {
  source: NodeId;
  target: NodeId;
}

/** Edges of a node that are looked through in less time than an earlier answer is found. */
const SHORT = 8;

export type LinkGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The typed graph with the questions views and rules ask of it. All answers are in a stable order. */
export interface WikiGraph {
  /** The graph itself, for measures. Keys are node ids. Made when first asked for: checking does without. */
  readonly graph: LinkGraph;
  /** Links that became edges. */
  links: number;
  nodes: readonly AnyNode[];
  node(id: NodeId): AnyNode;
  find(id: NodeId): AnyNode | undefined;
  ofKind<K extends KindName>(kind: K): Extract<AnyNode, { kind: K }>[];
  /** Edges that leave a node, in the order in which they are written. */
  out(id: NodeId, ...types: EdgeType[]): readonly Edge[];
  /** Edges that reach a node, by source id. */
  in(id: NodeId, ...types: EdgeType[]): readonly Edge[];
  date(id: NodeId): string | undefined;
  /** Gives a page its date. */
  assignDate(id: NodeId, date: string): void;
  /** Whether a link that could not be read or resolved may lead to the page: what links to it is not known in full. So is a page that could not be read itself. */
  isUnsettled(id: NodeId): boolean;
}

export function wikiGraph(
  nodes: readonly AnyNode[],
  edges: readonly Edge[],
  unsettled: ReadonlySet<NodeId> = new Set(),
): WikiGraph {
  const dates = new Map<NodeId, string>();
  const byId = new Map<NodeId, AnyNode>();
  const byKind = new Map<KindName, AnyNode[]>();
  for (const node of nodes) {
    byId.set(node.id, node);
    const group = byKind.get(node.kind);
    if (group) group.push(node);
    else byKind.set(node.kind, [node]);
  }
  const outgoing = new Map<NodeId, EdgeList>();
  const incoming = new Map<NodeId, EdgeList>();
  let last: { source: NodeId; all: Edge[] } | undefined;
  for (const edge of edges) {
    // What leaves a node mostly stands together.
    if (last?.source !== edge.source) last = { source: edge.source, all: listOf(outgoing, edge.source).all };
    last.all.push(edge);
    listOf(incoming, edge.target).all.push(edge);
  }
  if (!isBySource(edges)) {
    for (const { all } of incoming.values()) all.sort((left, right) => compareText(left.source, right.source));
  }

  let graph: LinkGraph | undefined;
  return {
    get graph() {
      graph ??= linkGraph(nodes, edges, dates);
      return graph;
    },
    links: edges.length,
    nodes,
    node(id) {
      const node = byId.get(id);
      if (!node) throw new Error(`no node ${id}: a view asked for a page that is not in the graph`);
      return node;
    },
    find: (id) => byId.get(id),
    ofKind: <K extends KindName>(kind: K) => (byKind.get(kind) ?? []) as Extract<AnyNode, { kind: K }>[],
    out: (id, type?: EdgeType, ...more: EdgeType[]) => pick(outgoing.get(id), type, more),
    in: (id, type?: EdgeType, ...more: EdgeType[]) => pick(incoming.get(id), type, more),
    date: (id) => dates.get(id),
    assignDate(id, date) {
      dates.set(id, date);
      graph?.setNodeAttribute(id, 'date', date);
    },
    isUnsettled: (id) => unsettled.has(id),
  };
}

/** Edges as nodes in order have them. */
function isBySource(edges: readonly Edge[]): boolean {
  let before: NodeId | undefined;
  for (const { source } of edges) {
    if (source === before) continue;
    if (before !== undefined && source < before) return false;
    before = source;
  }
  return true;
}

/** Edges of one end of a node. Views ask for the same types again and again: answers from long lists are kept. */
interface EdgeList {
  all: Edge[];
  ofTypes?: Map<string, readonly Edge[]>;
}

const NONE: readonly Edge[] = [];

function listOf(index: Map<NodeId, EdgeList>, id: NodeId): EdgeList {
  let list = index.get(id);
  if (!list) {
    list = { all: [] };
    index.set(id, list);
  }
  return list;
}

function pick(list: EdgeList | undefined, type: EdgeType | undefined, more: readonly EdgeType[]): readonly Edge[] {
  if (!list || type === undefined) return list?.all ?? NONE;
  if (list.all.length <= SHORT && more.length === 0) {
    let picked: Edge[] | undefined;
    for (const edge of list.all) {
      if (edge.type !== type) continue;
      if (picked) picked.push(edge);
      else picked = [edge];
    }
    return picked ?? NONE;
  }
  const isPicked = (edge: Edge) => edge.type === type || more.includes(edge.type);
  if (list.all.length <= SHORT) return list.all.filter(isPicked);
  const name = more.length > 0 ? `${type} ${more.join(' ')}` : type;
  list.ofTypes ??= new Map();
  let picked = list.ofTypes.get(name);
  if (!picked) {
    picked = list.all.filter(isPicked);
    list.ofTypes.set(name, picked);
  }
  return picked;
}

function linkGraph(nodes: readonly AnyNode[], edges: readonly Edge[], dates: ReadonlyMap<NodeId, string>): LinkGraph {
  const graph: LinkGraph = new MultiDirectedGraph();
  for (const node of nodes) {
    const date = dates.get(node.id);
    graph.addNode(node.id, { kind: node.kind, slug: node.slug, title: node.title, ...(date ? { date } : {}) });
  }
  for (const [index, edge] of edges.entries()) {
    const { type, label, field, prose } = edge;
    const attributes: EdgeAttributes = { type, field, span: () => edge.span() };
    if (label !== undefined) attributes.label = label;
    if (prose) attributes.prose = prose;
    // A key of our own: the ones the library makes count the graphs of the process.
    graph.addDirectedEdgeWithKey(`link-${index}`, edge.source, edge.target, attributes);
  }
  return graph;
}
