import { expect, it } from 'vitest';
import { createRandom } from '../../../scripts/generate/random.ts';
import { generateContent } from '../../../scripts/generate-content.ts';
import type { NodeId } from '../../../src/wiki/corpus/node.ts';
import { formerAddresses } from '../../../src/wiki/graph/addresses.ts';
import type { KeptRankings } from '../../../src/wiki/graph/measures/kept-rankings.ts';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { changedRankingsOf } from '../../../src/wiki/views/changed-ranks.ts';
import { comparisonIndex } from '../../../src/wiki/views/comparison/comparison-index.ts';
import { conceptPairs, conceptPairView } from '../../../src/wiki/views/comparison/concept-pairs.ts';
import { guestPairs, guestPairView } from '../../../src/wiki/views/comparison/guest-pairs.ts';
import { pairIndex } from '../../../src/wiki/views/comparison/pair-index.ts';
import { homeView } from '../../../src/wiki/views/home-view.ts';
import { indexView } from '../../../src/wiki/views/index-view.ts';
import { mapPageView } from '../../../src/wiki/views/map-page-view.ts';
import { nodeView } from '../../../src/wiki/views/node-view.ts';
import { overviewView } from '../../../src/wiki/views/overview-view.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { previews } from '../../../src/wiki/views/previews.ts';
import { Reads } from '../../../src/wiki/views/reads.ts';
import { keptRankingsOf } from '../../../src/wiki/views/related-measure.ts';
import { siteFrame } from '../../../src/wiki/views/site-frame.ts';
import { type ViewContext, viewContext } from '../../../src/wiki/views/view-context.ts';
import { compileWiki } from '../../../src/wiki/wiki.ts';
import { cellDigests, followsShape } from '../../../src/workspace/rebuild/cell-digests.ts';
import { stalePages } from '../../../src/workspace/rebuild/stale-pages.ts';
import { EDITS } from '../../support/edits.ts';

const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.EDITS ?? 60);

/** Every view there is, as text, with what was read for it. */
function viewsOf(context: ViewContext): Map<string, () => unknown> {
  const views = new Map<string, () => unknown>();
  for (const { id, kind } of context.wiki.graph.nodes) {
    views.set(id, () => nodeView(context, id));
    if (kind === 'episode') views.set(`previews ${id}`, () => previews(context, id));
  }
  for (const kind of ['concept', 'guest', 'episode', 'position'] as const) {
    views.set(`index ${kind}`, () => indexView(context, kind));
  }
  for (const pair of conceptPairs(context)) views.set(pair.path, () => conceptPairView(context, pair));
  for (const pair of guestPairs(context)) views.set(pair.path, () => guestPairView(context, pair));
  views.set('home', () => homeView(context));
  views.set('pairs', () => pairIndex(context));
  views.set('comparisons', () => comparisonIndex(context));
  views.set('frame', () => siteFrame(context));
  return views;
}

/** The archive with all that was kept of it, as a build does it. */
function built(contents: Files, before?: KeptRankings) {
  const files = Object.entries(contents).map(([path, text]) => ({ path, text }));
  const reads = new Reads();
  const context = viewContext(compileWiki(files), '/', plainHighlight, { reads, rankings: before });
  const pages = [...viewsOf(context)].map(([file, make]) => {
    reads.begin();
    const text = JSON.stringify(make());
    return { file, text, props: '', stamp: [0, 0, 0] as const, reads: reads.end() };
  });
  const now = cellDigests(context, files);
  const digests = reads.cells.map((cell) => (cell.from ? '' : now.of(cell)));
  const moved = changedRankingsOf(context);
  return {
    pages,
    now,
    hasMoved: (id: string) => moved === 'all' || moved.has(id as NodeId),
    kept: { cells: reads.cells, digests, shape: now.shape },
    rankings: keptRankingsOf(context),
    /** What is kept as long as the shape of the archive stays, beside tables. */
    shaped: () => [mapPageView(context), overviewView(context, 24), [...formerAddresses(context.wiki.graph)]],
  };
}

it(`${ROUNDS} edits: a page of which no cell has changed is the same`, () => {
  const random = createRandom(SEED, 'reads');
  let files: Files = generateContent({ pages: 60, seed: SEED });
  let before = built(files);
  const names = Object.keys(EDITS);
  let shapesKept = 0;
  for (let step = 1; step <= ROUNDS; step++) {
    const name = names[(step - 1) % names.length] as string;
    files = EDITS[name]?.(files, step, random) ?? files;
    const after = built(files, before.rankings);
    const isStale = stalePages(before.kept, after.now, after.hasMoved);
    const now = new Map(after.pages.map((page) => [page.file, page.text]));
    for (const page of before.pages) {
      if (isStale(page) || !now.has(page.file)) continue;
      expect([name, page.file, page.text]).toEqual([name, page.file, now.get(page.file)]);
    }
    if (before.kept.shape === after.now.shape) {
      shapesKept++;
      for (const [index, cell] of before.kept.cells.entries()) {
        if (followsShape(cell))
          expect([name, cell, after.now.of(cell)]).toEqual([name, cell, before.kept.digests[index]]);
      }
      expect(after.shaped()).toEqual(before.shaped());
    }
    before = after;
  }
  expect(shapesKept).toBeGreaterThan(ROUNDS / names.length);
});

it('leaves most pages as they are after one claim has changed', () => {
  const files = generateContent({ pages: 1000, seed: SEED });
  const before = built(files);
  const edited = EDITS['change a claim']?.(files, 1, createRandom(SEED, 'claim')) ?? {};
  const after = built(edited, before.rankings);
  const isStale = stalePages(before.kept, after.now, after.hasMoved);
  const stale = before.pages.filter((page) => isStale(page)).length;
  expect(stale).toBeGreaterThan(0);
  expect(stale / before.pages.length).toBeLessThan(1 / 3);
});
