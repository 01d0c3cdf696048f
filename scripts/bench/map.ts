import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComparedLayout } from './map/compare-layouts.ts';
import type { MapMeasurement } from './map/measure-map.ts';
import type { FormatSize } from './map/other-formats.ts';
import { measure } from './measure.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { formatTable, megabytes, seconds, thousands } from './table.ts';

/** Largest graph that ForceAtlas2 is asked to lay out: five hundred rounds of more take minutes. */
const MOST_COMPARED = 10_000;
const MODES = { all: 'every node in first paint', archive: 'claims wait for their chunk' } as const;
type Mode = keyof typeof MODES;

/** Makes maps of generated archives, each in a process of its own. `--pages` are nodes here; there are about four edges a node. */
export async function benchMap(options: Options, say: (line: string) => void): Promise<Report> {
  const log = join(options.cache, 'map.log');
  async function run<T>(script: string, ...words: (string | number)[]): Promise<T> {
    say(`map: ${script} ${words.join(' ')}`);
    const path = join(import.meta.dirname, 'map', `${script}.ts`);
    await measure({ arguments: [path, ...words.map(String)], folder: options.cache }, log);
    return JSON.parse((await readFile(log, 'utf8')).trim().split('\n').at(-1) as string) as T;
  }
  const made: (MapMeasurement & { mode: Mode })[] = [];
  for (const mode of Object.keys(MODES) as Mode[]) {
    for (const size of options.pages) made.push({ mode, ...(await run<MapMeasurement>('measure-map', size, mode)) });
  }
  const largest = Math.max(...options.pages);
  const formats = await run<FormatSize[]>('other-formats', largest);
  const compared = Math.min(largest, MOST_COMPARED);
  const layouts = await run<ComparedLayout[]>('compare-layouts', compared);

  const stages = Object.keys(made[0]?.stages ?? {});
  const total = (one: MapMeasurement) => stages.reduce((sum, name) => sum + (one.stages[name]?.cpuMs ?? 0), 0);
  const wall = (one: MapMeasurement) => stages.reduce((sum, name) => sum + (one.stages[name]?.ms ?? 0), 0);
  const text = [
    formatTable(made, {
      'first paint': ({ mode }) => MODES[mode],
      nodes: ({ size }) => thousands(size),
      edges: ({ edges }) => thousands(edges),
      ...Object.fromEntries(
        stages.map((name) => [name, (one: MapMeasurement) => seconds(one.stages[name]?.cpuMs ?? 0)]),
      ),
      processor: (one) => seconds(total(one)),
      time: (one) => seconds(wall(one)),
      'peak memory': ({ peakRssBytes }) => megabytes(peakRssBytes),
    }),
    ...growth(made, total),
    '',
    formatTable(made, {
      'first paint': ({ mode }) => MODES[mode],
      nodes: ({ paint }) => thousands(paint.nodes),
      edges: ({ paint }) => thousands(paint.edges),
      bytes: ({ paint }) => thousands(paint.bytes),
      'a node': ({ paint }) => (paint.nodeBytes / paint.nodes).toFixed(2),
      'an edge': ({ paint }) => ((paint.bytes - paint.nodeBytes) / paint.edges).toFixed(2),
      chunks: ({ paint }) => thousands(paint.chunks),
      'a chunk': ({ paint }) => thousands(Math.round(paint.chunkBytes / paint.chunks)),
      'moved by 1 % new': ({ displacement }) => percent(displacement),
      'laid out anew': ({ anew }) => percent(anew),
    }),
    '',
    `The same first paint of ${thousands(largest)} nodes, without titles:`,
    formatTable(formats, {
      format: ({ name }) => name,
      bytes: ({ bytes }) => thousands(bytes),
      gzip: ({ gzip }) => thousands(gzip),
      'a node': ({ gzip }) => (gzip / largest).toFixed(1),
      'times ours': ({ gzip }) => (gzip / (formats[0]?.gzip ?? 1)).toFixed(2),
    }),
    '',
    `Layouts of ${thousands(compared)} nodes:`,
    formatTable(layouts, {
      layout: ({ name }) => name,
      processor: ({ cpuMs }) => seconds(cpuMs),
      time: ({ ms }) => seconds(ms),
      'nearest ten linked': ({ nearLinked }) => percent(nearLinked),
      'own community': ({ togetherness }) => togetherness.toFixed(2),
      'edge length': ({ edgeLength }) => edgeLength.toFixed(3),
      'collisions a node': ({ collisions }) => collisions.toFixed(3),
    }),
  ].join('\n');
  return { text, data: { made, formats, layouts }, isComplete: true };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 2 : 0)} %`;
}

/** Exponent of the growth of processor time from the smallest to the largest of each kind, and what n log n would be. */
function growth(made: readonly (MapMeasurement & { mode: Mode })[], total: (one: MapMeasurement) => number): string[] {
  return (Object.keys(MODES) as Mode[]).flatMap((mode) => {
    const own = made.filter((one) => one.mode === mode).sort((left, right) => left.size - right.size);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first === last) return [];
    const scale = Math.log(last.size / first.size);
    const exponent = Math.log(total(last) / total(first)) / scale;
    const linear = 1 + Math.log(Math.log(last.size) / Math.log(first.size)) / scale;
    return [
      `${MODES[mode]}: processor time grows with the power ${exponent.toFixed(2)} from ${thousands(first.size)} to ${thousands(last.size)} nodes; n log n would be ${linear.toFixed(2)}`,
    ];
  });
}
