/** Runs in a browser: the graph as gardens of notes usually draw it, laid out by d3-force in the page and stroked on a canvas. */
import {
  forceCenter,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

interface ForceNode extends SimulationNodeDatum {
  id: number;
}

const { size, ends } = (await (await fetch('graph.json')).json()) as { size: number; ends: number[] };
const nodes: ForceNode[] = Array.from({ length: size }, (_, id) => ({ id }));
const links: SimulationLinkDatum<ForceNode>[] = [];
for (let at = 0; at < ends.length; at += 2) links.push({ source: ends[at] as number, target: ends[at + 1] as number });
const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
let [left, top] = [0, 0];

function draw(): void {
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.translate(left, top);
  brush.strokeStyle = 'rgba(0, 0, 0, 0.2)';
  // One stroke a line: a single path of them all, as many examples have it, is slower where the processor draws.
  for (const { source, target } of links as { source: ForceNode; target: ForceNode }[]) {
    brush.beginPath();
    brush.moveTo(source.x as number, source.y as number);
    brush.lineTo(target.x as number, target.y as number);
    brush.stroke();
  }
  brush.fillStyle = '#2a5ea8';
  for (const { x, y } of nodes as Required<ForceNode>[]) {
    brush.beginPath();
    brush.arc(x, y, 3, 0, 2 * Math.PI);
    brush.fill();
  }
}

const simulation = forceSimulation(nodes)
  .force('link', forceLink(links))
  .force('charge', forceManyBody())
  .force('center', forceCenter(canvas.width / 2, canvas.height / 2))
  .on('tick', () => {
    draw();
    document.body.dataset.drawn = 'true';
  });

let from: { x: number; y: number } | undefined;
canvas.addEventListener('mousedown', ({ clientX, clientY }) => {
  from = { x: clientX, y: clientY };
});
document.addEventListener('mousemove', ({ clientX, clientY }) => {
  if (!from) return;
  left += clientX - from.x;
  top += clientY - from.y;
  from = { x: clientX, y: clientY };
  draw();
});
document.addEventListener('mouseup', () => {
  from = undefined;
});
(window as unknown as { settle(): void }).settle = () => void simulation.stop();
