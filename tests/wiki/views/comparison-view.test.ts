import { expect, it } from 'vitest';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import type { ComparisonView } from '../../../src/wiki/views/comparison-view.ts';
import { nodeView } from '../../../src/wiki/views/node-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import { claim, HEAT } from '../../support/heat-comparison.ts';
import fc from '../../support/property.ts';

function view(files: Files, id = 'comparison:heat'): ComparisonView {
  const wiki = compile(files);
  expect(wiki.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  return nodeView(
    viewContext(wiki, '/', (source) => source),
    id as 'comparison:heat',
  ) as ComparisonView;
}

const heat = view(HEAT);

it('names options as the title does, with what they are ahead on', () => {
  expect(heat.options.map((option) => [option.short, option.claims, option.ahead.map((one) => one.title)])).toEqual([
    ['Heat pump', 3, ['Cost']],
    ['Gas', 2, []],
    ['Wood', 2, []],
  ]);
});

it('joins cells with claims, and says what is lopsided', () => {
  const [cost] = heat.matrix;
  expect(cost?.cells.map((cell) => cell.claims.map((line) => line.slug))).toEqual([
    // Cited or judged by cost, and about the pump: also the claim on both.
    ['first/pump-pays', 'first/gas-fast'],
    ['first/gas-cheap', 'first/gas-fast'],
    [],
  ]);
  expect(cost?.remarks).toEqual([
    'All 3 claims come from one episode, “First”.',
    'Nobody argues for Wood stove on cost.',
  ]);
  expect(heat.matrix).toHaveLength(1);
});

it('tells conflict from different conditions', () => {
  expect(heat.accords.map((one) => [one.slug, one.accord])).toEqual([
    // Ada speaks without condition.
    ['gas-must-go', 'disputed'],
    // A flat in town and a farm have nothing in common.
    ['pumps-suit-old-houses', 'conditional'],
  ]);
  expect(heat.table.rows.map((row) => [row.guest.short, row.stances.map((one) => one?.stance)])).toEqual([
    ['Berg', ['supports', 'supports']],
    ['Cole', ['opposes', 'opposes']],
  ]);
});

it('says of each guest where they start, what they weigh, and their claims in order', () => {
  expect(
    heat.guests.map((block) => [block.guest.short, block.role, block.weighs.map((one) => [one.title, one.share])]),
  ).toEqual([
    // Whom the editor presents comes first.
    ['Cole', undefined, [['Cost', 1]]],
    ['Berg', 'Plumber', [['Cost', 1]]],
  ]);
  expect(heat.guests[1]?.claims.map((line) => line.slug)).toEqual([
    'first/pump-pays',
    'first/chimney-drafts',
    'first/chimney-sweeps',
    'second/old-house',
  ]);
});

it('guides by the cells, with the answers that count', () => {
  expect(heat.guide?.data.criteria).toEqual([{ slug: 'cost', title: 'Cost', points: [2, 0, 1] }]);
  expect(heat.guide?.table[0]?.answers.map((answer) => answer.points)).toEqual([
    [6, 0, 3],
    [-2, 0, -1],
  ]);
  expect(heat.guide?.flow?.tree).toEqual({
    question: 'Is money short?',
    ways: [
      { answers: ['Yes'], to: { result: 'Heat pump', share: 1 } },
      { answers: ['No'], to: { result: 'Gas', share: 1 } },
    ],
  });
});

it('plays what covers every option and both sides of each dispute', () => {
  expect(heat.playlist?.moments.map((moment) => [moment.line.slug, moment.seconds, moment.covers])).toEqual([
    ['first/gas-cheap', 34, ['for Gas boiler', 'against “Gas must go”', 'against “Pumps suit old houses”']],
    // The other voice first, and of hers the one that covers two.
    ['first/pump-pays', 44, ['for Heat pump', 'for “Gas must go”']],
    // One each: the shorter first. Every stretch has its four seconds before.
    ['second/old-house', 24, ['for “Pumps suit old houses”']],
    ['first/chimney-drafts', 49, ['for Wood stove']],
  ]);
  expect(heat.playlist).toMatchObject({ total: '2:31', missing: [] });
});

it('shows ages, gaps between years, and what was replaced', () => {
  expect(heat.ages.years.map((entry) => [entry.year, entry.claims.length])).toEqual([
    ['2021', 5],
    ['2022', 0],
    ['2023', 0],
    ['2024', 1],
  ]);
  expect(heat.ages.arrivals.map((one) => [one.date, one.episode.title, one.claims])).toEqual([
    ['2024-03-01', 'Second', 1],
    ['2021-03-01', 'First', 5],
  ]);
  expect(heat.ages.superseded.map((one) => [one.older.slug, one.newer.slug])).toEqual([
    ['first/pump-pays', 'second/old-house'],
  ]);
});

it('is dignified with one claim', () => {
  const small = view({
    ...HEAT,
    'claims/second.yaml': '[]\n',
    'claims/first.yaml': claim('pump-pays', 'ada', '1:00', 'about: [heat-pump]'),
    'comparisons/heat.md': '---\ntitle: Pump or gas\noptions: [heat-pump, gas]\n---\n',
  });
  expect(small.contents.map((entry) => entry.title)).toEqual(['Guest by guest', 'Age of evidence']);
  expect(small.evidence.claims).toBe(1);
  expect(small.options.map((option) => option.short)).toEqual(['Pump', 'Gas']);
});

it('never loses a claim when one is added, and is blind to the order of files', () => {
  const slugs = (one: ComparisonView) => one.guests.flatMap((block) => block.claims.map((line) => line.slug));
  fc.assert(
    fc.property(fc.constantFrom('ada', 'bob'), fc.constantFrom('heat-pump', 'gas', 'wood', 'chimney'), (by, about) => {
      const more = view({
        ...HEAT,
        'claims/first.yaml': `${HEAT['claims/first.yaml']}${claim('new', by, '8:00', `about: [${about}]; criterion: noise`)}`,
      });
      expect(slugs(more)).toEqual(expect.arrayContaining(slugs(heat)));
      expect(new Set(slugs(more)).size).toBe(slugs(more).length);
      const guests = more.guests.map((block) => block.guest.id);
      expect(new Set(guests).size).toBe(guests.length);
    }),
    { numRuns: 8 },
  );
  expect(view(Object.fromEntries(Object.entries(HEAT).reverse()))).toEqual(heat);
});
