import type { NodeId } from '../../src/wiki/corpus/node.ts';
import { type CompactEdge, type CompactGraph, EDGE_TYPES, packGraph } from '../../src/wiki/graph/compact-graph.ts';
import type { KindName } from '../../src/wiki/kinds/index.ts';
import type { EdgeType } from '../../src/wiki/kinds/names.ts';
import { compareText } from '../../src/wiki/text/order.ts';
import { createRandom } from './random.ts';

/** Share of the nodes, as in an archive with 7 claims an hour; the rest are claims. */
const SHARES = { episode: 0.03, guest: 0.02, concept: 0.12, position: 0.04, resource: 0.1, criterion: 0.004 } as const;
/** Concepts of one topic, and topics of one field. */
const TOPIC = 12;
const FIELD = 15;

/**
 * The typed graph of an archive, without its texts: `size` nodes and about four edges a node. Topics belong to fields; an episode has two
 * topics, one in five strays from their field; in each topic the first concepts are spoken of most, and a few are spoken of everywhere.
 * Nodes stand by id, as compiled ones do.
 */
export function archiveGraph(size: number, seed = 1): CompactGraph {
  const random = createRandom(seed, `archive graph of ${size}`);
  const counts = Object.fromEntries(
    Object.entries(SHARES).map(([kind, share]) => [kind, Math.max(1, Math.round(size * share))]),
  ) as Record<keyof typeof SHARES, number>;
  const made: { id: NodeId; kind: KindName }[] = [];
  const links: [from: number, type: EdgeType, to: number][] = [];
  const add = (kind: KindName, name: string): number => made.push({ id: `${kind}:${name}`, kind }) - 1;
  const many = (kind: keyof typeof SHARES) =>
    Array.from({ length: counts[kind] }, (_, index) => add(kind, named(index)));
  const [concepts, guests, resources, positions, criteria, episodes] = (
    ['concept', 'guest', 'resource', 'position', 'criterion', 'episode'] as const
  ).map(many) as [number[], number[], number[], number[], number[], number[]];

  const topics = Math.max(1, Math.ceil(concepts.length / TOPIC));
  const near = (topic: number) => {
    const field = Math.floor(topic / FIELD) * FIELD;
    return random.chance(0.8) ? random.int(field, Math.min(field + FIELD, topics) - 1) : random.int(0, topics - 1);
  };
  const conceptOf = (topic: number) =>
    random.chance(0.04)
      ? random.pickPopular(concepts.slice(0, 40))
      : random.pickPopular(concepts.slice(topic * TOPIC, (topic + 1) * TOPIC));
  for (const [index, concept] of concepts.entries()) {
    const topic = Math.floor(index / TOPIC);
    links.push([concept, 'broader', concepts[topic * TOPIC] as number]);
    for (let count = 0; count < 4; count++) {
      links.push([
        concept,
        random.chance(0.5) ? 'related' : 'links',
        conceptOf(random.chance(0.7) ? topic : near(topic)),
      ]);
    }
  }
  for (const [index, position] of positions.entries()) links.push([position, 'about', conceptOf(index % topics)]);

  const claimCount = Math.max(0, size - made.length);
  const topicsOf = episodes.map((_, index) => {
    const main = index % topics;
    return [main, near(main)];
  });
  for (const [index, episode] of episodes.entries()) {
    const guest = guests[index % guests.length] as number;
    links.push([episode, 'features', guest]);
    for (let count = random.int(1, 6); count > 0; count--)
      links.push([episode, 'mentions', random.pickPopular(resources)]);
    const own =
      Math.floor((claimCount * (index + 1)) / episodes.length) - Math.floor((claimCount * index) / episodes.length);
    for (let at = 0; at < own; at++) {
      const claim = add('claim', `${named(index)}/${named(at)}`);
      const topic = random.pick(topicsOf[index] as number[]);
      links.push([claim, 'in', episode], [claim, 'by', guest]);
      for (let count = random.int(1, 3); count > 0; count--) links.push([claim, 'about', conceptOf(topic)]);
      if (random.chance(0.15)) links.push([claim, 'judgedBy', random.pick(criteria)]);
      if (random.chance(0.3)) links.push([claim, 'takes', positions[topic % positions.length] as number]);
      if (random.chance(0.4)) links.push([conceptOf(topic), 'cites', claim]);
    }
  }
  return packed(made, links);
}

const named = (index: number) => index.toString(36).padStart(5, '0');

function packed(made: { id: NodeId; kind: KindName }[], links: readonly [number, EdgeType, number][]): CompactGraph {
  const order = [...made.keys()].sort((left, right) =>
    compareText(made[left]?.id as string, made[right]?.id as string),
  );
  const rowOf = new Uint32Array(order.length);
  for (const [row, old] of order.entries()) rowOf[old] = row;
  const edges = new Map<number, CompactEdge>();
  for (const [from, name, to] of links) {
    if (from === to) continue;
    const [source, target, type] = [rowOf[from] as number, rowOf[to] as number, EDGE_TYPES.indexOf(name)];
    const key = (source * made.length + target) * EDGE_TYPES.length + type;
    const edge = edges.get(key);
    if (edge) edge.count++;
    else edges.set(key, { source, target, type, count: 1 });
  }
  return packGraph(
    order.map((old) => (made[old] as { id: NodeId }).id),
    order.map((old) => (made[old] as { kind: KindName }).kind),
    [...edges.values()],
  );
}
