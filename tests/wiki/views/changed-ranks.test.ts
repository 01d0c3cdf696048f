import { expect, it } from 'vitest';
import { createRandom } from '../../../scripts/generate/random.ts';
import { generateContent } from '../../../scripts/generate-content.ts';
import type { NodeId } from '../../../src/wiki/corpus/node.ts';
import type { KeptRankings } from '../../../src/wiki/graph/measures/kept-rankings.ts';
import { decodeRankings, encodeRankings } from '../../../src/wiki/graph/measures/rankings-bytes.ts';
import { kinds } from '../../../src/wiki/kinds/index.ts';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { changedRankingsOf } from '../../../src/wiki/views/changed-ranks.ts';
import { nearest } from '../../../src/wiki/views/neighbourhood/nearest.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { keptRankingsOf } from '../../../src/wiki/views/related-measure.ts';
import { relatedTo } from '../../../src/wiki/views/related-view.ts';
import { type ViewContext, viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import { EDITS } from '../../support/edits.ts';

const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.EDITS ?? 34);

const contextOf = (files: Files, rankings?: KeptRankings) =>
  viewContext(compile(files), '/', plainHighlight, { rankings });

/** What a page says by its rank; comparisons ask in their own way too. */
function rankOf(context: ViewContext, id: NodeId) {
  const { kind } = context.wiki.graph.node(id);
  const said = ({ id: other, why }: { id: NodeId; why: string }) => `${other}: ${why}`;
  return {
    related: relatedTo(context, id).map(said),
    concepts: kind === 'comparison' && relatedTo(context, id, 3, (other) => other.startsWith('concept:')).map(said),
    nearest: nearest(context, id, kinds[kind].neighbours),
  };
}

/** A build: asks only what may have changed. */
function build(files: Files, before?: KeptRankings) {
  const context = contextOf(files, before && decodeRankings(encodeRankings(before)));
  const changed = changedRankingsOf(context);
  for (const { id } of context.wiki.graph.nodes) if (changed === 'all' || changed.has(id)) rankOf(context, id);
  return { changed, kept: keptRankingsOf(context), pages: context.wiki.graph.nodes.length };
}

it(`${ROUNDS} edits, one after the other: whoever is not named says what it said`, () => {
  const random = createRandom(SEED, 'ranks');
  let files: Files = generateContent({ pages: 60, seed: SEED });
  let { kept } = build(files);
  // What another page is called is asked of that page.
  const names = Object.keys(EDITS).filter((name) => !name.includes('guest'));
  let spared = 0;
  for (let step = 1; step <= ROUNDS; step++) {
    const name = names[(step - 1) % names.length] as string;
    const old = contextOf(files);
    files = EDITS[name]?.(files, step, random) ?? files;
    const round = build(files, kept);
    kept = round.kept;
    const clean = contextOf(files);
    for (const { id } of clean.wiki.graph.nodes) {
      if (round.changed === 'all' || round.changed.has(id)) continue;
      spared++;
      expect([name, id, rankOf(clean, id)]).toEqual([name, id, rankOf(old, id)]);
    }
  }
  expect(spared).toBeGreaterThan(ROUNDS * 20);
});

it.each(['change a claim', 'add a claim', 'add', 'change what a page links to'])('names few pages: %s', (name) => {
  const files: Files = generateContent({ pages: 400, seed: SEED });
  const { kept } = build(files);
  const { changed, pages } = build(EDITS[name]?.(files, 1, createRandom(SEED, name)) ?? {}, kept);
  expect(changed).not.toBe('all');
  expect((changed as ReadonlySet<NodeId>).size).toBeLessThan(pages / 2);
});

it('names everybody when nothing was kept', () => {
  expect(build(generateContent({ pages: 60, seed: SEED })).changed).toBe('all');
});
