import { expect, it } from 'vitest';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { comparisonIndex } from '../../../src/wiki/views/comparison/comparison-index.ts';
import { conceptPairs, conceptPairView } from '../../../src/wiki/views/comparison/concept-pairs.ts';
import { companionsOf, guestPairs, guestPairView } from '../../../src/wiki/views/comparison/guest-pairs.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import { claim, HEAT } from '../../support/heat-comparison.ts';

const context = (files: Files) => viewContext(compile(files), '/', (source) => source);
const heat = context(HEAT);

it('pairs guests who took two positions or more, and says how they stand', () => {
  expect(guestPairs(heat)).toEqual([
    {
      guests: ['guest:ada', 'guest:bob'],
      slug: 'ada-vs-bob',
      path: 'compare/guests/ada-vs-bob/',
      positions: [
        { position: 'position:gas-must-go', stance: 'disagree' },
        { position: 'position:pumps-suit-old-houses', stance: 'apart' },
      ],
    },
  ]);
  const view = guestPairView(heat, guestPairs(heat)[0] as never);
  expect(view.groups.map((group) => [group.stance, group.accords.map((accord) => accord.slug)])).toEqual([
    ['disagree', ['gas-must-go']],
    ['apart', ['pumps-suit-old-houses']],
  ]);
  expect(view.evidence.claims).toBe(3);
});

it('tells a guest whom they meet, on what', () => {
  const [bob, ...rest] = companionsOf(heat, 'guest:ada');
  expect(rest).toEqual([]);
  expect([bob?.guest.title, bob?.href, bob?.disagree.length, bob?.apart.length, bob?.agree.length]).toEqual([
    'Bob Cole',
    '/compare/guests/ada-vs-bob/',
    1,
    1,
    0,
  ]);
});

it('compares two concepts that are argued for, share criteria and a claim, and stand in no comparison', () => {
  const speak = (id: string, about: string, criterion: string) =>
    claim(id, 'ada', `${id.length}:00`, `about: [${about}]; criterion: ${criterion}; option: ${about.split(',')[0]}`);
  const files: Files = {
    ...HEAT,
    'concepts/peat.md': '---\ntitle: Peat\n---\n',
    'claims/second.yaml':
      Array.from({ length: 4 }, (_, index) =>
        speak(`p${'x'.repeat(index)}`, 'peat', index % 2 ? 'cost' : 'noise'),
      ).join('') +
      Array.from({ length: 4 }, (_, index) =>
        speak(`w${'x'.repeat(index)}`, 'wood', index % 2 ? 'cost' : 'noise'),
      ).join('') +
      speak('both-of-them', 'peat, wood', 'cost'),
  };
  const archive = context(files);
  // Wood and the pump stand in a written comparison; peat and gas share no claim.
  expect(conceptPairs(archive)).toEqual([
    {
      concepts: ['concept:peat', 'concept:wood'],
      slug: 'peat-vs-wood',
      path: 'compare/peat-vs-wood/',
      criteria: 2,
      positions: 0,
      // 5 on peat and 7 on wood (two of them on chimneys), one of them on both.
      claims: 11,
    },
  ]);
  const view = conceptPairView(archive, conceptPairs(archive)[0] as never);
  expect(view.matrix.map((row) => [row.criterion.slug, row.cells.map((cell) => cell.claims.length)])).toEqual([
    ['cost', [3, 3]],
    ['noise', [2, 2]],
  ]);
  expect(conceptPairs(context({ ...files, 'concepts/peat.md': '---\ntitle: Peat\nbroader: [wood]\n---\n' }))).toEqual(
    [],
  );
});

it('lists comparisons under each side, with what the sides are strong on', () => {
  const { total, groups } = comparisonIndex(heat);
  expect(total).toBe(1);
  expect(groups.map((group) => [group.concept.title, group.items.map((item) => item.title)])).toEqual([
    ['Gas boiler', ['Heat pump vs gas vs wood']],
    ['Heat pump', ['Heat pump vs gas vs wood']],
    ['Wood stove', ['Heat pump vs gas vs wood']],
  ]);
  expect(groups[0]?.items[0]?.ahead).toEqual([
    { option: 'Heat pump', criteria: ['Cost'] },
    { option: 'Gas boiler', criteria: [] },
    { option: 'Wood stove', criteria: [] },
  ]);
});
