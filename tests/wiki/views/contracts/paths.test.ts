import { describe, expect, it } from 'vitest';
import { type CompactGraph, EDGE_TYPES } from '../../../../src/wiki/graph/compact-graph.ts';
import { pathsBetween, stepCost, stepWords } from '../../../../src/wiki/views/contracts/paths.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import fc from '../../../support/property.ts';

const withCosts = (graph: CompactGraph) => ({
  ...graph,
  costs: Float64Array.from(graph.types, (type) => stepCost(EDGE_TYPES[type] as string)),
});
const rowOf = (graph: CompactGraph, name: string) => graph.ids.findIndex((id) => id.endsWith(`:${name}`));
const paths = (graph: CompactGraph, from: string, to: string, most = 5) =>
  pathsBetween(withCosts(graph), rowOf(graph, from), rowOf(graph, to), most).map(({ rows, cost }) => ({
    by: rows.map((row) => graph.ids[row]?.split(':')[1]).join(' '),
    cost,
  }));

describe('paths', () => {
  it('go round a hub, though that takes a step more', () => {
    const hub = [...'bcdefghijkl'].map((leaf) => `${leaf} links hub`);
    const graph = drawnGraph([...hub, 'b links x', 'x links y', 'y links c']);
    // Over the hub: two steps and ln 11. Over x and y: three steps and twice ln 2.
    expect(paths(graph, 'b', 'c')).toEqual([
      { by: 'b x y c', cost: 3 + 2 * Math.log(2) },
      { by: 'b hub c', cost: 2 + Math.log(11) },
    ]);
  });

  it('take the link that says most where two are parallel, and list the pages once', () => {
    const graph = drawnGraph(['claim:t/x by guest:g', 'guest:g links claim:t/x']);
    expect(paths(graph, 't/x', 'g')).toEqual([{ by: 't/x g', cost: 1 }]);
    expect(paths(drawnGraph(['claim:t/x by guest:g']), 'g', 't/x')).toEqual([{ by: 'g t/x', cost: 1 + Math.log(2) }]);
  });

  it('differ from each other: a third takes new pages before it varies the first', () => {
    const graph = drawnGraph([
      'a links p',
      'p links q',
      'p links r',
      'q links z',
      'r links z',
      'a links s',
      's links t',
      't links z',
    ]);
    expect(paths(graph, 'a', 'z', 2).map(({ by }) => by)).toEqual(['a s t z', 'a p q z']);
  });

  it('are none between parts that nothing joins, from a page to itself, or over links nobody may pass', () => {
    const graph = drawnGraph(['a links b', 'c links d'], ['e']);
    for (const [from, to] of [
      ['a', 'c'],
      ['a', 'e'],
      ['a', 'a'],
    ])
      expect(paths(graph, from as string, to as string)).toEqual([]);
    const closed = { ...graph, costs: new Float64Array(2).fill(Number.POSITIVE_INFINITY) };
    expect(pathsBetween(closed, rowOf(graph, 'a'), rowOf(graph, 'b'), 3)).toEqual([]);
    expect(pathsBetween(withCosts(drawnGraph([])), 0, 1, 3)).toEqual([]);
  });

  it('are simple, join up, tell their cost, and begin with the cheapest there is', () => {
    fc.assert(
      fc.property(
        randomLines(),
        fc.constantFrom('a', 'f/g', 'i'),
        fc.constantFrom('b', 'c', 'f'),
        ({ lines }, from, to) => {
          const graph = drawnGraph([...lines, `${from === 'a' ? 'a' : 'd'} links e`, `${to} links e`].map(kinded));
          if (rowOf(graph, from) === -1 || rowOf(graph, to) === -1) return;
          const found = pathsBetween(withCosts(graph), rowOf(graph, from), rowOf(graph, to), 4);
          for (const { rows, links } of found) {
            expect(new Set(rows).size).toBe(rows.length);
            for (const [index, link] of links.entries()) {
              const ends = [graph.sources[link], graph.targets[link]].sort();
              expect(ends).toEqual([rows[index], rows[index + 1]].sort());
            }
          }
          expect(found.map(({ cost }) => cost)).toEqual(
            found.map(({ cost }) => cost).sort((left, right) => left - right),
          );
          expect(new Set(found.map(({ rows }) => rows.join(' '))).size).toBe(found.length);
          expect(found[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(cheapestByHand(graph, from, to), 9);
        },
      ),
    );
  });

  it('say their steps both ways', () => {
    expect([stepWords('judgedBy', true), stepWords('cites', false)]).toEqual(['is judged by', 'is cited by']);
  });
});

const kinded = (line: string) => line.replace(/^f links/, 'episode:f links').replace(/^(f\/g) links/, 'claim:$1 links');

/** Every simple path, tried one by one. */
function cheapestByHand(graph: CompactGraph, from: string, to: string): number {
  const { costs, offsets, neighbours, links } = withCosts(graph);
  const end = rowOf(graph, to);
  const walk = (row: number, seen: readonly number[], cost: number): number => {
    if (row === end) return cost;
    let best = Number.POSITIVE_INFINITY;
    const passing = seen.length > 1 ? Math.log((offsets[row + 1] as number) - (offsets[row] as number)) : 0;
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const next = neighbours[at] as number;
      if (seen.includes(next)) continue;
      best = Math.min(best, walk(next, [...seen, next], cost + passing + (costs[links[at] as number] as number)));
    }
    return best;
  };
  const start = rowOf(graph, from);
  return start === end ? Number.POSITIVE_INFINITY : walk(start, [start], 0);
}
