import { describe, expect, it } from 'vitest';
import { edgeRanks, LAST_RANK } from '../../../src/browser/map/edge-ranks.ts';
import { lineRuns } from '../../../src/browser/map/line-runs.ts';
import { linksOf, rowWords } from '../../../src/browser/map/links-of.ts';
import { colours, type MapPalette, radii } from '../../../src/browser/map/looks.ts';
import { START } from '../../../src/browser/map/map-state.ts';
import { addChunk, coarseOf, idOf, type MapWorld, openWorld, pathOf } from '../../../src/browser/map/map-world.ts';
import { shownTypes, visibleRows } from '../../../src/browser/map/visible-rows.ts';
import { wholeMap } from '../../../src/wiki/views/map/map-data.ts';
import { mapView } from '../../../src/wiki/views/map-view.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

const claim = (id: string, about: string) =>
  `- id: ${id}\n  by: ada\n  at: "0:01"\n  text: Thing ${id}.\n  type: rule\n  status: reviewed\n  about: [${about}]\n`;
const FILES = {
  'concepts/alpha.md': '---\ntitle: Alpha\nsummary: A.\n---\nSee [[beta]].\n',
  'concepts/beta.md': '---\ntitle: Beta\nsummary: B.\n---\nSee [[gamma]].\n',
  'concepts/gamma.md': '---\ntitle: Gamma\nsummary: C.\n---\nThe end.\n',
  'guests/ada.md': '---\ntitle: Ada\n---\n',
  'shows/talks.md': '---\ntitle: Talks\n---\n',
  'episodes/first.md': '---\ntitle: First\nshow: talks\nguests: [ada]\ndate: 2024-01-01\n---\n',
  'claims/first.yaml': claim('one', 'alpha') + claim('two', 'alpha, beta'),
};

function worldOf(files: Record<string, string>, isWhole = true): MapWorld {
  const { paint, chunks } = wholeMap(mapView(viewContext(compile(files), '/', plainHighlight)).parts());
  const world = openWorld(paint);
  if (isWhole) for (const chunk of chunks) addChunk(world, chunk);
  return world;
}

function shown(world: MapWorld, state: Partial<typeof START>, withDeferred = false): string[] {
  return [...visibleRows(world, { ...START, ...state }, withDeferred).order]
    .map((row) => idOf(world, row) ?? '?')
    .sort();
}

describe('the world behind the map', () => {
  it('knows pages at once, names and claims with their chunk', () => {
    const before = worldOf(FILES, false);
    expect([before.pages, before.rows, before.known.filter((one) => one === 1).length]).toEqual([6, 8, 6]);
    const world = worldOf(FILES);
    const row = world.rowOf.get('claim:first/two') as number;
    expect(row).toBeGreaterThanOrEqual(world.pages);
    expect(pathOf(world, row)).toBe('claims/first/two/');
    expect(world.titles[row]).toBe('Thing two.');
  });

  it('adds a chunk once', () => {
    const { paint, chunks } = wholeMap(mapView(viewContext(compile(FILES), '/', plainHighlight)).parts());
    const world = openWorld(paint);
    for (const chunk of [...chunks, ...chunks]) addChunk(world, chunk);
    expect(world.edges.source.length).toBe(worldOf(FILES).edges.source.length);
  });

  it('keeps every place inside one square, around its middle', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const world = worldOf(files);
        for (const place of world.places.subarray(0, world.pages * 2)) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a state shows', () => {
  const world = worldOf(FILES);
  const pages = ['concept:alpha', 'concept:beta', 'concept:gamma', 'episode:first', 'guest:ada', 'show:talks'];

  it.each<[string, Partial<typeof START>, boolean, string[]]>([
    ['pages at first', {}, false, pages],
    ['claims when close', {}, true, ['claim:first/one', 'claim:first/two', ...pages]],
    ['no hidden kind', { hide: ['concept', 'show'] }, false, ['episode:first', 'guest:ada']],
    ['what has evidence enough', { least: 2 }, false, ['concept:alpha', 'episode:first', 'guest:ada']],
    ['what is dated so', { from: 2024, until: 2024 }, false, pages.filter((id) => id !== 'concept:gamma')],
    ['nothing of other years', { from: 2030 }, false, []],
    [
      'what a guest is linked with',
      { guest: 'guest:ada' },
      false,
      ['concept:alpha', 'concept:beta', 'episode:first', 'guest:ada'],
    ],
    ['a focus with its claims', { focus: 'concept:gamma' }, false, ['concept:beta', 'concept:gamma']],
    ['a focus over shown lines alone', { focus: 'concept:gamma', without: ['links'] }, false, ['concept:gamma']],
    [
      'the selected, whatever is hidden',
      { hide: ['concept', 'episode', 'guest', 'show'], select: 'concept:beta' },
      false,
      ['concept:beta'],
    ],
    ['everything where an id is not on the map', { focus: 'concept:nothing' }, false, pages],
  ])('%s', (_, state, withDeferred, expected) => {
    expect(shown(world, state, withDeferred)).toEqual(expected);
  });

  it('reaches farther with every step', () => {
    expect(shown(world, { focus: 'concept:gamma', depth: 2 })).toEqual(
      expect.arrayContaining(['claim:first/two', 'concept:alpha', 'concept:beta', 'concept:gamma', 'guest:ada']),
    );
  });

  it('draws lines between shown rows alone, the most telling first', () => {
    fc.assert(
      fc.property(
        randomWiki(),
        fc.uniqueArray(fc.constantFrom('claim', 'concept', 'guest', 'episode')),
        ({ files }, hide) => {
          const one = worldOf(files);
          const state = { ...START, hide, without: ['links'] };
          const { rows } = visibleRows(one, state, true);
          const ranks = edgeRanks(
            one,
            one.paint.edgeTypes.map((_, type) => type % 3),
          );
          const types = shownTypes(one, state);
          const { ends, runs } = lineRuns(one.edges, rows, one.importance, types, ranks);
          const expected = [...one.edges.source.keys()].filter(
            (edge) =>
              rows[one.edges.source[edge] as number] === 1 &&
              rows[one.edges.target[edge] as number] === 1 &&
              types[one.edges.type[edge] as number],
          );
          expect(ends.length).toBe(expected.length * 2);
          const pair = (source: number, target: number, rank: number) => `${source} ${target} ${rank}`;
          const drawn = runs.flatMap(({ first, count }, rank) =>
            Array.from({ length: count / 2 }, (_, index) =>
              pair(ends[first + 2 * index] as number, ends[first + 2 * index + 1] as number, rank),
            ),
          );
          expect(drawn.sort()).toEqual(
            expected
              .map((edge) =>
                pair(one.edges.source[edge] as number, one.edges.target[edge] as number, ranks[edge] as number),
              )
              .sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('ranks of lines', () => {
  it('leave no page without its strongest inside its region, and no line between regions among these', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const one = worldOf(files);
        const ranks = edgeRanks(
          one,
          one.paint.edgeTypes.map(() => 0),
        );
        const best = new Map<number, number>();
        for (const [edge, rank] of ranks.entries()) {
          const ends = [one.edges.source[edge] as number, one.edges.target[edge] as number];
          if (ends.some((row) => row >= one.pages) || ends[0] === ends[1]) expect(rank).toBe(LAST_RANK);
          else if (coarseOf(one, ends[0] as number) !== coarseOf(one, ends[1] as number))
            expect(rank).toBeGreaterThan(1);
          else for (const row of ends) best.set(row, Math.min(rank, best.get(row) ?? LAST_RANK));
        }
        expect([...best.values()].every((rank) => rank === 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('put what few pages share before a hub', () => {
    const world = worldOf({
      'concepts/hub.md': '---\ntitle: Hub\nsummary: H.\n---\nNothing.\n',
      'concepts/near.md': '---\ntitle: Near\nsummary: N.\n---\n[[hub]] [[beside]]\n',
      'concepts/beside.md': '---\ntitle: Beside\nsummary: B.\n---\n[[hub]]\n',
      'concepts/far.md': '---\ntitle: Far\nsummary: F.\n---\n[[hub]]\n',
    });
    const ranks = edgeRanks(
      world,
      world.paint.edgeTypes.map(() => 0),
    );
    const rankOf = (from: string, to: string) =>
      ranks[
        [...ranks.keys()].find(
          (edge) =>
            world.edges.source[edge] === world.rowOf.get(`concept:${from}`) &&
            world.edges.target[edge] === world.rowOf.get(`concept:${to}`),
        ) as number
      ];
    expect([rankOf('near', 'beside'), rankOf('far', 'hub')]).toEqual([0, 0]);
    expect(rankOf('near', 'hub')).toBeGreaterThan(0);
  });
});

describe('looks', () => {
  const world = worldOf(FILES);
  const palette: MapPalette = {
    ink: [0, 0, 0],
    paper: [255, 255, 255],
    soft: [9, 9, 9],
    hair: [8, 8, 8],
    shore: [7, 7, 7],
    tints: [[250, 250, 250]],
    signal: [255, 0, 0],
    kinds: world.paint.kinds.map((_, index) => [index, 0, 0]),
    communities: [[0, 1, 0]],
    years: [
      [0, 0, 0],
      [0, 0, 200],
    ],
  };

  it('grow with evidence and shrink with the crowd, never to nothing', () => {
    const large = radii(world, 1_000_000);
    const [alpha, gamma] = ['concept:alpha', 'concept:gamma'].map((id) => world.rowOf.get(id) as number) as [
      number,
      number,
    ];
    expect(large[alpha]).toBeGreaterThan(large[gamma] as number);
    expect(Math.min(...radii(world, 10).subarray(0, world.pages))).toBeGreaterThan(1);
  });

  it('colour by kind, community or year', () => {
    const alpha = world.rowOf.get('concept:alpha') as number;
    const gamma = world.rowOf.get('concept:gamma') as number;
    const at = (by: 'kind' | 'community' | 'year', row: number) => [
      ...colours(world, by, palette).subarray(row * 3, row * 3 + 3),
    ];
    expect(at('kind', alpha)).toEqual([world.kind[alpha], 0, 0]);
    expect(at('community', alpha)).toEqual([0, 1, 0]);
    expect(at('year', alpha)).toEqual([0, 0, 200]);
    expect(at('year', gamma)).toEqual([9, 9, 9]);
  });

  it('are said in words, with links by kind', () => {
    const alpha = world.rowOf.get('concept:alpha') as number;
    const links = linksOf(world, alpha).map(({ kind, links }) => [
      world.paint.kinds[kind]?.name,
      links.map(({ row }) => idOf(world, row)),
    ]);
    expect(links).toEqual([
      ['concept', ['concept:beta']],
      ['claim', expect.arrayContaining(['claim:first/one', 'claim:first/two'])],
      ['guest', ['guest:ada']],
    ]);
    expect(rowWords(world, alpha, 4)).toBe('Alpha, concept, 2 claims, newest evidence 2024, 4 links on the map');
  });
});
