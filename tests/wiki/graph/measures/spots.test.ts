import { describe, expect, it } from 'vitest';
import { bridges } from '../../../../src/wiki/graph/measures/bridges.ts';
import { contestedSpots } from '../../../../src/wiki/graph/measures/contested-spots.ts';
import { edgeWeights } from '../../../../src/wiki/graph/measures/edge-weights.ts';
import { thinSpots } from '../../../../src/wiki/graph/measures/thin-spots.ts';
import type { Stance } from '../../../../src/wiki/kinds/claim.ts';
import { mapPageView } from '../../../../src/wiki/views/map-page-view.ts';
import { mapSpotsView } from '../../../../src/wiki/views/map-spots-view.ts';
import { plainHighlight } from '../../../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../../../src/wiki/views/view-context.ts';
import { compile } from '../../../support/check.ts';
import { drawnGraph, randomLines } from '../../../support/drawn-graph.ts';
import fc from '../../../support/property.ts';

describe('bridges', () => {
  it('are rows whose links go to several communities, by evenness and weight', () => {
    // a to d and e to h are communities; x has two links into each.
    const graph = drawnGraph([
      'x links a',
      'x links b',
      'x links e',
      'x links f',
      'a links b',
      'c links d',
      'e links f',
      'g links h',
    ]);
    const labels = Uint32Array.from(graph.ids, (id) => (/:[abcdx]$/.test(id) ? 0 : 1));
    const weights = new Float64Array(graph.sources.length).fill(1);
    const x = graph.ids.indexOf('concept:x');
    expect(bridges(graph, weights, labels)).toEqual([{ row: x, score: 1, participation: 1 / 2, communities: [0, 1] }]);
  });

  it('are none inside one community, and none in an empty graph', () => {
    fc.assert(
      fc.property(randomLines(), ({ lines, alone }) => {
        const graph = drawnGraph(lines, alone);
        expect(bridges(graph, edgeWeights(graph), new Uint32Array(graph.ids.length))).toEqual([]);
      }),
    );
    expect(bridges(drawnGraph([]), new Float64Array(), new Uint32Array())).toEqual([]);
  });
});

describe('thin spots', () => {
  const titles = (lines: string[], alone: string[] = []) => {
    const graph = drawnGraph(lines, alone);
    return thinSpots(graph, (row) => graph.kinds[row] === 'concept').map(({ row, ...spot }) => ({
      id: graph.ids[row],
      ...spot,
    }));
  };

  it('have links and no claims; what has claims enough, or links too few, is none', () => {
    const to = (target: string) => ['p', 'q', 'r'].map((from) => `${from} links ${target}`);
    expect(
      titles([...to('bare'), ...to('said'), 'claim:t/1 about said', 'claim:t/2 about said', 'p links few']),
    ).toEqual([{ id: 'concept:bare', score: Math.log(4), links: 3, claims: 0 }]);
  });

  it('count a page once, whatever it says, and do not count who or where', () => {
    expect(titles(['p links a', 'p related a', 'q links a', 'episode:x features a'])).toEqual([]);
    expect(titles([], ['a'])).toEqual([]);
  });
});

describe('contested spots', () => {
  const taken = (...stances: Stance[]) =>
    stances.map((stance, index) => ({ id: `${index}`, guest: `guest:${index}`, stance, conditions: [] }));

  it('are ordered by how much guests divide', () => {
    const found = contestedSpots(
      new Map([
        ['position:even', taken('supports', 'opposes')],
        ['position:wide', taken('supports', 'supports', 'opposes', 'opposes')],
        ['position:mild', taken('supports', 'qualifies')],
        ['position:agreed', taken('supports', 'supports')],
        ['position:silent', []],
      ]),
    );
    // Σx² − (Σx)²/n: 4 − 0, 2 − 0, 1 − 1/2.
    expect(found.map(({ position, score }) => [position, score])).toEqual([
      ['position:wide', 4],
      ['position:even', 2],
      ['position:mild', 0.5],
    ]);
  });

  it('count a guest who says both once, as qualifying', () => {
    const both = taken('supports', 'opposes').map((one) => ({ ...one, guest: 'guest:one' }));
    expect(contestedSpots(new Map([['position:x', both]]))).toEqual([]);
  });
});

describe('the view of all three', () => {
  const page = (title: string, rest = '') => `---\ntitle: ${title}\nsummary: S.\n${rest}---\n`;
  const files = {
    'concepts/thin.md': page('Thin ice'),
    ...Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`concepts/${name}.md`, page(`Page ${name}`, 'related: [thin]\n')]),
    ),
    'positions/ice.md': page('Ice holds', 'about: [thin]\n'),
    'guests/ada.md': page('Ada'),
    'guests/bob.md': page('Bob'),
    'episodes/talk.md': page('Talk', 'date: 2024-05-01\nguests: [ada, bob]\n'),
    'claims/talk.yaml': [
      ['one', 'ada', 'supports'],
      ['two', 'bob', 'opposes'],
    ]
      .map(
        ([id, by, stance]) =>
          `- id: ${id}\n  by: ${by}\n  at: "1:00"\n  text: T ${id}.\n  type: rule\n  about: [a]\n  status: reviewed\n  takes:\n    ice: ${stance}\n`,
      )
      .join(''),
  };
  const view = (all: Record<string, string>) => mapSpotsView(viewContext(compile(all), '/', plainHighlight));

  it('says why in words', () => {
    const { contested, thin } = view(files);
    expect(contested.map(({ title, why }) => `${title}: ${why}`)).toEqual(['Ice holds: 1 guest for it and 1 against']);
    expect(thin.map(({ title, why }) => `${title}: ${why}`)).toEqual([
      'Thin ice: 4 pages lead here; no claim on record',
    ]);
  });

  it('stands on the page of the map, with the way to each on it, without empty lists', () => {
    const listed = (all: Record<string, string>) =>
      mapPageView(viewContext(compile(all), '/docs/', plainHighlight)).spots.filter(({ name }) => name !== 'bridges');
    expect(listed({ ...files, 'claims/talk.yaml': '[]' }).map(({ name }) => name)).toEqual(['thin']);
    expect(listed(files).map(({ title, spots: [first] }) => `${title}: ${first?.href} ${first?.map}`)).toEqual([
      'Contested: /docs/positions/ice/ /docs/graph/?select=position:ice',
      'Thin: /docs/concepts/thin/ /docs/graph/?select=concept:thin',
    ]);
  });

  it('is the same whatever order the files come in, and empty for an empty folder', () => {
    expect(view(Object.fromEntries(Object.entries(files).reverse()))).toEqual(view(files));
    expect(view({})).toEqual({ bridges: [], contested: [], thin: [] });
  });
});
