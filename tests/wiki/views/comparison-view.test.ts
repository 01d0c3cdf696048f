import { expect, it } from 'vitest';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import type { ComparisonView } from '../../../src/wiki/views/comparison-view.ts';
import { nodeView } from '../../../src/wiki/views/node-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';

const claim = (id: string, by: string, at: string, rest: string) =>
  `- id: ${id}\n  by: ${by}\n  at: "${at}"\n  text: Says ${id}.\n  type: rule\n${rest
    .split('; ')
    .map((line) => `  ${line}\n`)
    .join('')}`;

/** A choice between three ways to heat a house, on two episodes. */
const FILES: Files = {
  'guests/ada.md': '---\ntitle: Ada Berg\nlens: The bill\nroles:\n  - { role: Plumber, since: 2019 }\n---\n',
  'guests/bob.md': '---\ntitle: Bob Cole\n---\n',
  'criteria/cost.md': '---\ntitle: Cost\nquestion: What does it cost?\n---\n',
  'criteria/noise.md': '---\ntitle: Noise\n---\n',
  'concepts/heat-pump.md': '---\ntitle: Heat pump\n---\n',
  'concepts/gas.md': '---\ntitle: Gas boiler\n---\n',
  'concepts/wood.md': '---\ntitle: Wood stove\n---\n',
  'concepts/chimney.md': '---\ntitle: Chimney\n---\n',
  'positions/gas-must-go.md': '---\ntitle: Gas must go.\nabout: [gas]\n---\n',
  'positions/pumps-suit-old-houses.md': '---\ntitle: Pumps suit old houses.\n---\n',
  'episodes/first.md':
    '---\ntitle: First\ndate: 2021-03-01\nguests: [ada, bob]\nmedia: [{ youtube: abcdefghijk }]\n---\n',
  'episodes/second.md':
    '---\ntitle: Second\ndate: 2024-03-01\nguests: [ada]\nmedia: [{ audio: "https://a.example/b.mp3" }]\n---\n',
  'claims/first.yaml': [
    claim(
      'pump-pays',
      'ada',
      '1:00-1:40',
      'about: [heat-pump]; criterion: cost; option: heat-pump; takes: { gas-must-go: supports }',
    ),
    claim(
      'gas-cheap',
      'bob',
      '2:00-2:30',
      'about: [gas]; criterion: cost; option: gas; takes: { gas-must-go: opposes, pumps-suit-old-houses: opposes }; conditions: [a flat in town]',
    ),
    claim('gas-fast', 'bob', '3:00', 'about: [gas, heat-pump]; criterion: cost; option: gas'),
    claim('chimney-drafts', 'ada', '4:00', 'about: [chimney, wood]'),
    claim('chimney-sweeps', 'ada', '5:00', 'about: [chimney, wood]'),
  ].join(''),
  'claims/second.yaml': claim(
    'old-house',
    'ada',
    '9:00-9:20',
    'about: [heat-pump]; takes: { pumps-suit-old-houses: supports }; conditions: [a farm]; relations: [{ kind: supersedes, claim: first/pump-pays }]',
  ),
  'comparisons/heat.md': `---
title: Heat pump vs gas vs wood
options: [heat-pump, gas, wood]
answer: Pump [[claim:first/pump-pays]].
cells:
  - { criterion: cost, option: heat-pump, verdict: strong, text: "Pays [[claim:first/pump-pays]]." }
  - { criterion: cost, option: gas, verdict: weak, text: "Cheap [[claim:first/gas-cheap]]." }
  - { criterion: cost, option: wood, verdict: partial, text: Nobody knows. }
differences:
  - { guest: bob, text: "He likes gas [[claim:first/gas-cheap]]." }
guide:
  - question: Is money short?
    answers:
      - { answer: Yes, weighs: { cost: 3 } }
      - { answer: No, weighs: { cost: -1 } }
explanation: { claim: first/pump-pays, why: Short. }
faq:
  - { question: Why?, answer: "Because [[claim:first/pump-pays]]." }
---
`,
};

function view(files: Files, id = 'comparison:heat'): ComparisonView {
  const wiki = compile(files);
  expect(wiki.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  return nodeView(
    viewContext(wiki, '/', (source) => source),
    id as 'comparison:heat',
  ) as ComparisonView;
}

const heat = view(FILES);

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
    ['first/gas-cheap', 30, ['for Gas boiler', 'against “Gas must go”', 'against “Pumps suit old houses”']],
    // The other voice first, and of hers the one that covers two.
    ['first/pump-pays', 40, ['for Heat pump', 'for “Gas must go”']],
    // One each: the shorter first.
    ['second/old-house', 20, ['for “Pumps suit old houses”']],
    ['first/chimney-drafts', 45, ['for Wood stove']],
  ]);
  expect(heat.playlist).toMatchObject({ total: '2:15', missing: [] });
});

it('shows ages, gaps between years, and what was replaced', () => {
  expect(heat.ages.years.map((entry) => [entry.year, entry.claims.length])).toEqual([
    ['2021', 5],
    ['2022', 0],
    ['2023', 0],
    ['2024', 1],
  ]);
  expect(heat.ages.superseded.map((one) => [one.older.slug, one.newer.slug])).toEqual([
    ['first/pump-pays', 'second/old-house'],
  ]);
});

it('is dignified with one claim', () => {
  const small = view({
    ...FILES,
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
        ...FILES,
        'claims/first.yaml': `${FILES['claims/first.yaml']}${claim('new', by, '8:00', `about: [${about}]; criterion: noise`)}`,
      });
      expect(slugs(more)).toEqual(expect.arrayContaining(slugs(heat)));
      expect(new Set(slugs(more)).size).toBe(slugs(more).length);
      const guests = more.guests.map((block) => block.guest.id);
      expect(new Set(guests).size).toBe(guests.length);
    }),
    { numRuns: 8 },
  );
  expect(view(Object.fromEntries(Object.entries(FILES).reverse()))).toEqual(heat);
});
