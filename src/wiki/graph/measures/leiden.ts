/** An undirected weighted graph in compressed rows; each edge stands at both ends, none leads from a node to itself. */
export interface WeightedRows {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Weight a slot of `neighbours`, above 0. */
  readonly weights: Float64Array;
  /** Mass of each node in the null model: its weighted degree at first, a sum of them later. */
  readonly masses: Float64Array;
  /** What a unit of mass costs each node: resolution / total mass of the graph it belongs to. */
  readonly prices: Float64Array;
}

/** Gains below this are rounding. */
const EPSILON = 1e-12;
/** Each round at least merges two nodes; real graphs need five to ten. */
const MAX_ROUNDS = 100;

/**
 * Communities by modularity: Leiden (Traag, Waltman & van Eck 2019, "From Louvain to Leiden: guaranteeing
 * well-connected communities", Scientific Reports 9, 5233): local moving by a queue, refinement inside each community,
 * aggregation, until nothing moves. Refinement takes the best merge instead of a random good one, so that there is no dice:
 * `order`, every row once, says in which order nodes are visited first. Every community is connected. Answers a community
 * a node, numbered from 0 without gaps. O(edges) a round in practice, few rounds.
 */
export function leiden(graph: WeightedRows, order: Uint32Array): Uint32Array {
  let rows = graph;
  const member = Uint32Array.from({ length: size(graph) }, (_, row) => row);
  let communities = Uint32Array.from(member);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    moveNodes(rows, communities, round === 0 ? order.slice() : Uint32Array.from(communities.keys()));
    communities = renumbered(communities).labels;
    const { labels: refined, count } = renumbered(refine(rows, communities));
    if (count === size(rows)) break;
    const outer = new Uint32Array(count);
    for (let row = 0; row < refined.length; row++) outer[refined[row] as number] = communities[row] as number;
    rows = aggregate(rows, refined, count);
    for (let row = 0; row < member.length; row++) member[row] = refined[member[row] as number] as number;
    communities = outer;
  }
  return renumbered(member.map((row) => communities[row] as number)).labels;
}

function size(rows: WeightedRows): number {
  return rows.masses.length;
}

/** Numbers from 0 in order of first appearance. */
export function renumbered(labels: Uint32Array): { labels: Uint32Array<ArrayBuffer>; count: number } {
  const known = new Map<number, number>();
  const renamed = Uint32Array.from(labels, (label) => {
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    return number;
  });
  return { labels: renamed, count: known.size };
}

/** Moves each node to the community that gains most, until none gains; changes `communities` and `queue`. */
function moveNodes(rows: WeightedRows, communities: Uint32Array, queue: Uint32Array): void {
  const { offsets, neighbours, weights, masses, prices } = rows;
  const total = size(rows);
  const inside = new Float64Array(total);
  for (let row = 0; row < total; row++) (inside[communities[row] as number] as number) += masses[row] as number;
  const empty: number[] = [];
  for (let label = 0; label < total; label++) if (inside[label] === 0) empty.push(label);
  const counts = new Uint32Array(total);
  for (const label of communities) (counts[label] as number)++;
  const towards = new Float64Array(total);
  const waits = new Uint8Array(total).fill(1);
  let head = 0;
  let waiting = total;
  while (waiting > 0) {
    const row = queue[head] as number;
    head = (head + 1) % total;
    waiting--;
    waits[row] = 0;
    const own = communities[row] as number;
    const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
    for (let at = from; at < to; at++) {
      (towards[communities[neighbours[at] as number] as number] as number) += weights[at] as number;
    }
    (inside[own] as number) -= masses[row] as number;
    const price = (masses[row] as number) * (prices[row] as number);
    let best = own;
    let gain = (towards[own] as number) - price * (inside[own] as number);
    for (let at = from; at < to; at++) {
      const label = communities[neighbours[at] as number] as number;
      const here = (towards[label] as number) - price * (inside[label] as number);
      if (here > gain + EPSILON) [best, gain] = [label, here];
    }
    // Better alone than in bad company.
    if (gain < -EPSILON && (counts[own] as number) > 1) best = empty.pop() ?? best;
    for (let at = from; at < to; at++) towards[communities[neighbours[at] as number] as number] = 0;
    (inside[best] as number) += masses[row] as number;
    if (best === own) continue;
    (counts[own] as number)--;
    (counts[best] as number)++;
    if (counts[own] === 0) empty.push(own);
    communities[row] = best;
    for (let at = from; at < to; at++) {
      const other = neighbours[at] as number;
      if (waits[other] === 1 || communities[other] === best) continue;
      queue[(head + waiting) % total] = other;
      waits[other] = 1;
      waiting++;
    }
  }
}

/** Splits each community into well-connected parts: nodes alone join the part of their community that gains most. */
function refine(rows: WeightedRows, communities: Uint32Array): Uint32Array {
  const { offsets, neighbours, weights, masses, prices } = rows;
  const total = size(rows);
  const whole = new Float64Array(total);
  for (let row = 0; row < total; row++) (whole[communities[row] as number] as number) += masses[row] as number;
  const parts = Uint32Array.from({ length: total }, (_, row) => row);
  const counts = new Uint32Array(total).fill(1);
  const partMass = Float64Array.from(masses);
  /** Weight from a part to the rest of its community. */
  const outward = new Float64Array(total);
  const isInside = (row: number, at: number) => communities[neighbours[at] as number] === communities[row];
  for (let row = 0; row < total; row++) {
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      if (isInside(row, at)) (outward[row] as number) += weights[at] as number;
    }
  }
  const isWellConnected = (part: number, row: number) => {
    const mass = partMass[part] as number;
    const rest = (whole[communities[row] as number] as number) - mass;
    return (outward[part] as number) >= mass * rest * (prices[row] as number) - EPSILON;
  };
  const towards = new Float64Array(total);
  for (let row = 0; row < total; row++) {
    if (counts[parts[row] as number] !== 1 || parts[row] !== row || !isWellConnected(row, row)) continue;
    const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
    for (let at = from; at < to; at++) {
      if (isInside(row, at)) (towards[parts[neighbours[at] as number] as number] as number) += weights[at] as number;
    }
    const price = (masses[row] as number) * (prices[row] as number);
    let best = row;
    let gain = 0;
    for (let at = from; at < to; at++) {
      if (!isInside(row, at)) continue;
      const part = parts[neighbours[at] as number] as number;
      if (part === row || !isWellConnected(part, row)) continue;
      const here = (towards[part] as number) - price * (partMass[part] as number);
      if (here > gain + EPSILON) [best, gain] = [part, here];
    }
    if (best !== row) {
      outward[best] = (outward[best] as number) + (outward[row] as number) - 2 * (towards[best] as number);
      (partMass[best] as number) += masses[row] as number;
      (counts[best] as number)++;
      counts[row] = 0;
      parts[row] = best;
    }
    for (let at = from; at < to; at++) towards[parts[neighbours[at] as number] as number] = 0;
    towards[row] = 0;
  }
  return parts;
}

/** One node a part; edges between two parts become one, edges within a part are dropped with the mass kept. */
function aggregate(rows: WeightedRows, parts: Uint32Array, count: number): WeightedRows {
  const { offsets, neighbours, weights, masses, prices } = rows;
  const total = size(rows);
  const starts = new Uint32Array(count + 1);
  for (const part of parts) (starts[part + 1] as number)++;
  for (let part = 0; part < count; part++) (starts[part + 1] as number) += starts[part] as number;
  const members = new Uint32Array(total);
  const next = starts.slice();
  const newMasses = new Float64Array(count);
  const newPrices = new Float64Array(count);
  for (let row = 0; row < total; row++) {
    const part = parts[row] as number;
    members[(next[part] as number)++] = row;
    (newMasses[part] as number) += masses[row] as number;
    newPrices[part] = prices[row] as number;
  }
  const newOffsets = new Uint32Array(count + 1);
  const newNeighbours = new Uint32Array(neighbours.length);
  const newWeights = new Float64Array(neighbours.length);
  const slotOf = new Int32Array(count).fill(-1);
  let end = 0;
  for (let part = 0; part < count; part++) {
    const begin = end;
    for (let index = starts[part] as number; index < (starts[part + 1] as number); index++) {
      const row = members[index] as number;
      for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
        const other = parts[neighbours[at] as number] as number;
        if (other === part) continue;
        let slot = slotOf[other] as number;
        if (slot < begin) {
          slot = end++;
          slotOf[other] = slot;
          newNeighbours[slot] = other;
        }
        (newWeights[slot] as number) += weights[at] as number;
      }
    }
    newOffsets[part + 1] = end;
  }
  return {
    offsets: newOffsets,
    neighbours: newNeighbours.slice(0, end),
    weights: newWeights.slice(0, end),
    masses: newMasses,
    prices: newPrices,
  };
}
