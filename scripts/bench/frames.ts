import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { buildSite } from '../../src/workspace/build-site.ts';
import { serveStatic } from '../../src/workspace/static-server.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { type Frames, watchFrames } from './frames/watch-frames.ts';
import { type WholeMap, wholeMap } from './frames/whole-map.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { formatTable } from './table.ts';

const WATCH_MS = 4000;
const PATIENCE_MS = 120_000;
const VIEW = { width: 1440, height: 900 };

interface Row {
  drawing: 'the map' | 'd3-force on canvas';
  nodes: number;
  /** From the request to the first picture; `undefined` where it never came. */
  firstMs?: number;
  /** As soon as it is there; for d3-force that is while it lays out. */
  fresh?: Frames;
  /** Dragged, once nothing else is going on. */
  panning?: Frames;
  /** From the press of a key to the panel of what it selects. */
  selectMs?: number;
}

/** Frames a second and the time to the first picture of the map, beside a canvas that d3-force lays out in the page, on the same graphs. */
export async function benchFrames(options: Options, say: (line: string) => void): Promise<Report> {
  const workshop = join(options.cache, 'frames');
  await rm(workshop, { recursive: true, force: true });
  const site = join(workshop, 'site');
  const content = join(workshop, 'content');
  await mkdir(content, { recursive: true });
  await buildSite({ content, out: site, frozen: true });
  await buildForceGraph(join(site, 'force'));
  const server = await serveStatic(site, '/', 0);
  const rows: Row[] = [];
  try {
    for (const nodes of options.pages) {
      const map = wholeMap(nodes, options.shape.seed);
      say(`frames: ${nodes} nodes, ${map.edges} edges, laid out`);
      await putMap(site, map);
      await writeFile(join(site, 'force', 'graph.json'), JSON.stringify({ size: nodes, ends: map.ends }));
      rows.push(await measure(nodes, 'the map', (page, row) => watchMap(page, server.address, row), say));
      rows.push(await measure(nodes, 'd3-force on canvas', (page, row) => watchForce(page, server.address, row), say));
    }
  } finally {
    await server.close();
  }
  const perSecond = (frames?: Frames) => frames?.perSecond.toFixed(frames.perSecond < 10 ? 1 : 0);
  const table = formatTable(rows, {
    drawing: (row) => row.drawing,
    nodes: (row) => String(row.nodes),
    'first picture': (row) => (row.firstMs === undefined ? undefined : `${(row.firstMs / 1000).toFixed(1)} s`),
    'frames/s at once': (row) => perSecond(row.fresh),
    'frames/s panning': (row) => perSecond(row.panning),
    select: (row) => (row.selectMs === undefined ? undefined : `${Math.round(row.selectMs)} ms`),
  });
  return {
    text: table,
    data: rows,
    isComplete: rows.every((row) => row.drawing !== 'the map' || row.selectMs !== undefined),
  };
}

/** A browser of its own, which may crash: what a drawing does not reach in time stays undefined. */
async function measure(
  nodes: number,
  drawing: Row['drawing'],
  watch: (page: Page, row: Row) => Promise<void>,
  say: (line: string) => void,
): Promise<Row> {
  const row: Row = { drawing, nodes };
  const browser = await launchBrowser({ webGl: true });
  try {
    const page = await browser.newPage({ viewport: VIEW });
    page.setDefaultTimeout(PATIENCE_MS);
    await watch(page, row);
  } catch (problem) {
    say(`frames: ${drawing}, ${nodes} nodes: ${problem instanceof Error ? problem.message.split('\n')[0] : problem}`);
  } finally {
    await browser.close();
  }
  say(`frames: ${JSON.stringify(row)}`);
  return row;
}

async function watchMap(page: Page, address: string, row: Row): Promise<void> {
  await page.goto(`${address}graph/`);
  await page.waitForSelector('#map-explorer[data-state=ready]');
  row.firstMs = await page.evaluate(() => performance.now());
  row.fresh = await watchFrames(page, '.sigma-mouse', WATCH_MS);
  row.panning = await watchFrames(page, '.sigma-mouse', WATCH_MS);
  await page.focus('#map-canvas');
  const start = performance.now();
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#map-panel h2');
  row.selectMs = performance.now() - start;
}

async function watchForce(page: Page, address: string, row: Row): Promise<void> {
  await page.goto(`${address}force/`);
  await page.waitForSelector('body[data-drawn]');
  row.firstMs = await page.evaluate(() => performance.now());
  row.fresh = await watchFrames(page, 'canvas', WATCH_MS, true);
  await page.evaluate(() => (window as unknown as { settle(): void }).settle());
  row.panning = await watchFrames(page, 'canvas', WATCH_MS);
}

/** Another map in the place of the one the site was built with. */
async function putMap(site: string, { files }: WholeMap): Promise<void> {
  const folder = join(site, 'graph');
  const name = (await readdir(folder)).find((file) => /^map-[0-9a-f]+\.bin$/.test(file)) as string;
  for (const [end, bytes] of files) await writeFile(join(folder, name.replace('.bin', end)), bytes);
}

async function buildForceGraph(out: string): Promise<void> {
  const source = join(import.meta.dirname, 'frames');
  await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'esnext',
      lib: { entry: 'force-graph.ts', formats: ['es'], fileName: 'force-graph' },
    },
  });
  await writeFile(
    join(out, 'index.html'),
    `<!doctype html><html lang="en"><title>d3-force</title><body style="margin:0"><canvas width="${VIEW.width}" height="${VIEW.height}"></canvas><script type="module" src="force-graph.js"></script>`,
  );
}
