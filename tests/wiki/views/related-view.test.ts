import { expect, it } from 'vitest';
import type { NodeId } from '../../../src/wiki/corpus/node.ts';
import { EDGES_BACK, pluralPhrase } from '../../../src/wiki/kinds/edge-words.ts';
import { EDGES } from '../../../src/wiki/kinds/names.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { relatedTo } from '../../../src/wiki/views/related-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';

const page = (title: string, rest = '') => `---\ntitle: ${title}\nsummary: S.\n${rest}---\n`;
const FILES = {
  'episodes/talk.md': page('Talk', 'date: 2024-05-01\nguests: [ada]\n'),
  'guests/ada.md': page('Ada'),
  'criteria/cost.md': page('Cost'),
  'concepts/alpha.md': page('Alpha', 'related: [gamma]\n'),
  'concepts/beta.md': page('Beta'),
  'concepts/gamma.md': page('Gamma'),
  'concepts/lonely-whale.md': page('Lonely whale'),
  'concepts/whale-song.md': page('Whale song'),
  'claims/talk.yaml': ['one', 'two']
    .map(
      (id) =>
        `- id: ${id}\n  by: ada\n  at: "1:00"\n  text: T ${id}.\n  type: rule\n  about: [alpha, beta]\n  status: reviewed\n`,
    )
    .join(''),
};

it('says why in words: claims, editors, texts', () => {
  const context = viewContext(compile(FILES), '/', plainHighlight);
  const why = (id: NodeId) => relatedTo(context, id).map((one) => `${one.title}: ${one.why}`);
  expect(why('concept:alpha')).toContain('Beta: 2 claims by 1 guest speak of both; Talk and Ada speak about both');
  expect(why('concept:alpha')).toContain('Gamma: an editor names them together');
  expect(why('concept:lonely-whale')[0]).toBe('Whale song: both texts speak of “whale”');
  expect(why('guest:ada')).toEqual([]);
});

it('is the same whatever order the files come in', () => {
  const backwards = Object.fromEntries(Object.entries(FILES).reverse());
  const of = (files: Record<string, string>) =>
    relatedTo(viewContext(compile(files), '/', plainHighlight), 'concept:alpha');
  expect(of(backwards)).toEqual(of(FILES));
});

it('has words for every type of edge, both ways and for two', () => {
  expect(Object.keys(EDGES_BACK)).toEqual(Object.keys(EDGES));
  expect([EDGES.judgedBy, EDGES.cites, EDGES.in, EDGES.partOf, EDGES.takes].map(pluralPhrase)).toEqual([
    'are judged by',
    'cite',
    'were said in',
    'are episodes of',
    'take a stance on',
  ]);
});
