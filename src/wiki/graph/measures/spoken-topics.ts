import { type CompactGraph, EDGE_TYPES, packColumns } from '../compact-graph.ts';

/** Type of the edges that `withSpokenTopics` adds, one beyond those that are written. */
export const SPEAKS_ABOUT = EDGE_TYPES.length;

const OWNERS = new Set(['by', 'in'].map((type) => EDGE_TYPES.indexOf(type as 'by')));
const TOPICS = new Set(['about', 'judgedBy', 'speaksFor', 'takes'].map((type) => EDGE_TYPES.indexOf(type as 'about')));

/**
 * The graph with what follows from its claims: a guest, and an episode, speaks about whatever their claims are about.
 * The edge counts the claims. Without it two guests are four steps apart, and every measure of two steps is blind to
 * them. O(edges + topics of owners · log).
 */
export function withSpokenTopics(graph: CompactGraph): CompactGraph {
  const { sources, targets, types, counts } = graph;
  const size = graph.ids.length;
  /** Source and target as one number → claims. */
  const spoken = new Map<number, number>();
  // Edges stand by their source, so that those of one claim follow each other.
  for (let from = 0; from < sources.length; ) {
    let to = from;
    const owners: number[] = [];
    const topics = new Set<number>();
    for (; to < sources.length && sources[to] === sources[from]; to++) {
      if (OWNERS.has(types[to] as number)) owners.push(targets[to] as number);
      else if (TOPICS.has(types[to] as number)) topics.add(targets[to] as number);
    }
    from = to;
    for (const owner of owners) {
      for (const topic of topics) {
        const key = owner * size + topic;
        spoken.set(key, (spoken.get(key) ?? 0) + 1);
      }
    }
  }
  const keys = Float64Array.from(spoken.keys()).sort();
  const all = sources.length + keys.length;
  const merged = {
    sources: new Uint32Array(all),
    targets: new Uint32Array(all),
    types: new Uint8Array(all),
    counts: new Uint32Array(all),
  };
  let [edge, at] = [0, 0];
  for (let place = 0; place < all; place++) {
    const written = edge < sources.length ? (sources[edge] as number) * size + (targets[edge] as number) : Infinity;
    // Between the same two, what is written stands first: its type is the smaller number.
    if (at < keys.length && (keys[at] as number) < written) {
      const key = keys[at++] as number;
      merged.sources[place] = Math.floor(key / size);
      merged.targets[place] = key % size;
      merged.types[place] = SPEAKS_ABOUT;
      merged.counts[place] = spoken.get(key) as number;
    } else {
      merged.sources[place] = sources[edge] as number;
      merged.targets[place] = targets[edge] as number;
      merged.types[place] = types[edge] as number;
      merged.counts[place] = counts[edge++] as number;
    }
  }
  return packColumns(graph.ids, graph.kinds, merged);
}
