import type { AnyNode, NodeId } from '../../src/wiki/corpus/node.ts';
import type { Prose } from '../../src/wiki/corpus/prose.ts';
import type { Edge, WikiGraph } from '../../src/wiki/graph/wiki-graph.ts';
import type { Aspect } from '../../src/wiki/rules/aspects.ts';

/** Aspects of which one must be among those a rule says it reads; none where it may not read that at all. */
export interface Read {
  what: string;
  in: readonly Aspect[];
}

/** Where it stands is for messages; whatever else is not here is in no aspect. */
const OF_NODE: Record<string, readonly Aspect[] | 'free'> = {
  file: 'free',
  span: 'free',
  locate: 'free',
  id: ['names'],
  kind: ['names'],
  slug: ['names'],
  title: ['names'],
  aliases: ['names'],
  fieldLinks: ['links'],
  notes: ['words'],
};
const OF_DATA: Record<string, readonly Aspect[]> = {
  id: ['names'],
  formerly: ['names'],
  status: ['status'],
  by: ['words'],
  text: ['words'],
  at: ['times'],
  chapters: ['times'],
  media: ['media'],
};
const OF_PROSE: Record<string, readonly Aspect[]> = {
  links: ['links'],
  headings: ['headings'],
  addresses: ['addresses'],
  problems: ['problems'],
};
const OF_LINK: Record<string, readonly Aspect[] | 'free'> = {
  span: 'free',
  kind: ['links'],
  name: ['links'],
  heading: ['links'],
};

/** A wiki whose links all lead somewhere, and everything that is read of it from now on. */
export function watchAspects(wiki: WikiGraph): { wiki: WikiGraph; reads: Read[] } {
  const reads: Read[] = [];
  const watched = new Map<NodeId, AnyNode>();
  const note = (what: string, aspects: readonly Aspect[] | 'free' = []) => {
    if (aspects !== 'free') reads.push({ what, in: aspects });
  };
  const watch = <T extends object>(target: T, get: (key: string, value: unknown) => unknown): T =>
    new Proxy(target, {
      get(_, key) {
        const value = Reflect.get(target, key, target) as unknown;
        if (typeof key === 'symbol') return value;
        const seen = get(key, value);
        return typeof seen === 'function' ? seen.bind(target) : seen;
      },
    });

  function watchNode(node: AnyNode): AnyNode {
    const known = watched.get(node.id);
    if (known) return known;
    const seen = watch(node, (key, value) => {
      if (key === 'data') {
        return watch(node.data, (field, inside) => {
          note(`${node.kind}.data.${field}`, OF_DATA[field]);
          return inside;
        });
      }
      if (key === 'proses') return node.proses.map((prose) => watchProse(node, prose));
      note(`${node.kind}.${key}`, OF_NODE[key]);
      return value;
    });
    watched.set(node.id, seen);
    return seen;
  }

  function watchProse(node: AnyNode, prose: Prose): Prose {
    const more: readonly Aspect[] = node.kind === 'comparison' ? ['statements'] : [];
    return watch(prose, (key, value) => {
      note(
        `${node.kind}.proses.${key}`,
        key === 'field' || key === 'links' ? [...(OF_PROSE[key] ?? []), ...more] : OF_PROSE[key],
      );
      return value;
    });
  }

  function watchEdge(edge: Edge): Edge {
    return watch(edge, (key, value) => {
      if (key !== 'prose' || value === undefined) return value;
      return watch(value as object, (part, inside) => {
        note(`edge.prose.${part}`, OF_LINK[part]);
        return inside;
      });
    });
  }

  const edges = (found: readonly Edge[]) => {
    note('edges', ['links']);
    note('where edges lead', ['names']);
    return found.map(watchEdge);
  };
  return {
    reads,
    wiki: {
      get graph(): never {
        throw new Error('no rule asks for the graph of measures');
      },
      get links() {
        note('links');
        return wiki.links;
      },
      get nodes() {
        return wiki.nodes.map(watchNode);
      },
      node: (id) => watchNode(wiki.node(id)),
      find(id) {
        note('find', ['names']);
        const node = wiki.find(id);
        return node && watchNode(node);
      },
      ofKind: <K extends AnyNode['kind']>(kind: K) =>
        wiki.ofKind(kind).map((node) => watchNode(node)) as Extract<AnyNode, { kind: K }>[],
      out: (id, ...types) => edges(wiki.out(id, ...types)),
      in: (id, ...types) => edges(wiki.in(id, ...types)),
      date(id) {
        note('date');
        return wiki.date(id);
      },
      assignDate() {
        throw new Error('no rule gives a date');
      },
      isUnsettled: (id) => wiki.isUnsettled(id),
    },
  };
}
