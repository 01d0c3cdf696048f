/** `node compare-layouts.ts SIZE`: our layout beside ForceAtlas2 on the same graph and weights; a line of JSON says what each took and is worth. */
import { createRequire } from 'node:module';
import { layoutMap } from '../../../src/wiki/graph/layout/layout-map.ts';
import { communitiesOf } from '../../../src/wiki/graph/measures/communities.ts';
import { edgeWeights } from '../../../src/wiki/graph/measures/edge-weights.ts';
import { archiveGraph } from '../../generate/archive-graph.ts';
import { createRandom } from '../../generate/random.ts';
import { judgeLayout, type LayoutJudgement } from './judge-layout.ts';

export interface ComparedLayout extends LayoutJudgement {
  name: string;
  ms: number;
  cpuMs: number;
}

type Iterate = (options: object, nodes: Float32Array, edges: Float32Array) => void;
const iterate = createRequire(import.meta.url)('graphology-layout-forceatlas2/iterate.js') as Iterate;

/** Iterations of ForceAtlas2: its own documentation runs 50 to 100. */
const ITERATIONS = [100, 500];
/** Numbers a node and an edge, in its matrices. */
const [NODE, EDGE] = [10, 3];

const graph = archiveGraph(Number(process.argv[2]));
const weights = edgeWeights(graph);
const communities = communitiesOf(graph, weights);
const found: ComparedLayout[] = [];

measure('On Record', () => layoutMap(graph, weights, communities, new Map(), () => false));
for (const iterations of ITERATIONS) measure(`ForceAtlas2, ${iterations} rounds`, () => forceAtlas(iterations));
console.log(JSON.stringify(found));

function measure(name: string, work: () => { x: ArrayLike<number>; y: ArrayLike<number> }): void {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const { x, y } = work();
  const { user, system } = process.cpuUsage(cpu);
  const ms = performance.now() - start;
  found.push({ name, ms, cpuMs: (user + system) / 1000, ...judgeLayout(graph, communities.coarse, x, y) });
}

/** The library's flat core from a seeded start, with the settings it infers for a graph of this size. */
function forceAtlas(iterations: number): { x: Float32Array; y: Float32Array } {
  const random = createRandom(1, 'start of the layout');
  const size = graph.ids.length;
  const nodes = new Float32Array(size * NODE);
  const edges = new Float32Array(graph.sources.length * EDGE);
  for (let row = 0; row < size; row++) {
    nodes[row * NODE] = random.next() * 1000;
    nodes[row * NODE + 1] = random.next() * 1000;
    nodes[row * NODE + 6] = 1 + (graph.offsets[row + 1] as number) - (graph.offsets[row] as number);
    nodes[row * NODE + 7] = 1;
    nodes[row * NODE + 8] = 1;
  }
  // Mean weight 1, as the library takes unweighted edges.
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  for (const [edge, source] of graph.sources.entries()) {
    edges[edge * EDGE] = source * NODE;
    edges[edge * EDGE + 1] = (graph.targets[edge] as number) * NODE;
    edges[edge * EDGE + 2] = (weights[edge] as number) / mean;
  }
  const options = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(size),
    barnesHutOptimize: true,
    barnesHutTheta: 0.5,
  };
  for (let round = 0; round < iterations; round++) iterate(options, nodes, edges);
  return {
    x: Float32Array.from({ length: size }, (_, row) => nodes[row * NODE] as number),
    y: Float32Array.from({ length: size }, (_, row) => nodes[row * NODE + 1] as number),
  };
}
