import { formatLock, LOCK_FILE } from '../../src/wiki/evidence/lock.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { compile } from './check.ts';
import { claim, HEAT } from './heat-comparison.ts';

/** So many claims that a comparison of 120 is what the budget is about. */
const MORE = 114;
const TOPICS = ['drafts', 'insulation', 'tariffs', 'repairs', 'noise-at-night', 'subsidies'];

/** A host asks Bob ten seconds before what he says at 2:00, and nothing before 3:00. */
const FIRST_TALK = `WEBVTT

00:00:50.000 --> 00:01:50.000
<v Ada Berg>It pays for itself within six winters.

00:01:50.000 --> 00:02:00.000
<v Hans Host>What about the gas in town?

00:02:00.000 --> 00:02:40.000
<v Bob Cole>It is cheap there.

00:02:40.000 --> 00:02:50.000
<v Hans Host>I live there myself, as it happens.

00:02:50.000 --> 00:06:00.000
<v Bob Cole>And fast, too.
`;

/** The choice between three ways to heat, with a guide of three questions, an editor's prose and 120 claims. */
export function heatSite(): Files {
  const speakers = ['ada', 'bob', 'cy', 'di'];
  const more = Array.from({ length: MORE }, (_, index) => {
    const topic = TOPICS[index % TOPICS.length] as string;
    const option = ['heat-pump', 'gas', 'wood'][index % 3] as string;
    const words = `Says that ${topic} in houses of kind ${index} change what ${option} is worth over ${index + 3} winters, though not for everyone.`;
    return claim(
      `more-${index}`,
      speakers[index % 4] as string,
      `${10 + index}:${String((index * 7) % 60).padStart(2, '0')}`,
      `about: [${option}, ${topic}]; criterion: ${index % 2 ? 'cost' : 'noise'}; option: ${option}${index % 5 ? '' : '; conditions: [a cold house]'}`,
    ).replace(/text: .*/, `text: ${words}`);
  }).join('');
  const cite = (index: number) => `[[claim:third/more-${index % MORE}]]`;
  const cells = ['heat-pump', 'gas', 'wood'].map(
    (option, index) =>
      `  - { criterion: noise, option: ${option}, verdict: ${['weak', 'strong', 'strong'][index]}, text: "Heard ${cite(index)} ${cite(index + 3)}." }\n`,
  );
  const items = (from: number, many: number) =>
    Array.from(
      { length: many },
      (_, index) => `  - "Look at house ${from + index} first, before you order anything ${cite(from + index)}."\n`,
    ).join('');
  const comparison = (HEAT['comparisons/heat.md'] as string)
    .replace('cells:\n', `question: What should heat the house?\ncells:\n${cells.join('')}`)
    .replace(
      'guide:\n',
      `guide:
  - question: Is it loud already?
    answers:
      - { answer: Yes, weighs: { noise: 3 } }
      - { answer: No, weighs: { cost: 1 } }
`,
    )
    .replace(
      'faq:\n',
      `mistakes:\n${items(0, 12)}confusions:\n${items(12, 12)}combine:\n${items(24, 8)}evaluation:\n${items(32, 8)}cards:
  - { option: heat-pump, what: A fridge turned round., steps: [Draw air, Press it, Warm the water] }
  - { option: gas, what: A flame., steps: [Burn, Warm the water] }
faq:\n`,
    );
  const files: Files = {
    ...HEAT,
    'shows/heat.md': '---\ntitle: Heat\nhosts: [{ guest: hans }]\n---\n',
    'guests/hans.md': '---\ntitle: Hans Host\n---\n',
    'episodes/first.md': (HEAT['episodes/first.md'] as string).replace('guests:', 'show: heat\nguests:'),
    'settings.yaml': 'title: Heat on record\nrepository:\n  url: https://code.example/heat\n',
    ...Object.fromEntries(TOPICS.map((topic) => [`concepts/${topic}.md`, `---\ntitle: The ${topic}\n---\n`])),
    'guests/cy.md': '---\ntitle: Cy Dahl\n---\n',
    'guests/di.md': '---\ntitle: Di Ek\n---\n',
    'episodes/third.md':
      '---\ntitle: Third\ndate: 2023-05-01\nguests: [ada, bob, cy, di]\nmedia: [{ youtube: thirdthird1 }]\n---\n',
    'claims/third.yaml': more,
    // Peat against the chimney: nobody has written that comparison.
    'concepts/peat.md': '---\ntitle: Peat\n---\n',
    'episodes/fourth.md': '---\ntitle: Fourth\ndate: 2025-05-01\nguests: [cy, di]\n---\n',
    'claims/fourth.yaml': Array.from({ length: 12 }, (_, index) =>
      claim(
        `peat-${index}`,
        index % 2 ? 'cy' : 'di',
        `${index + 1}:00`,
        `about: [${index === 0 ? 'peat, chimney' : index % 2 ? 'peat' : 'chimney'}]; criterion: ${index % 3 ? 'cost' : 'noise'}; option: ${index % 2 ? 'peat' : 'chimney'}`,
      ),
    ).join(''),
    'comparisons/heat.md': comparison,
    'comparisons/pump-or-stove.md': '---\ntitle: Pump or stove\noptions: [chimney, wood]\n---\n',
  };
  const { lock } = compile({ ...files, 'transcripts/first.vtt': FIRST_TALK }).evidence;
  return { ...files, [LOCK_FILE]: formatLock(lock) };
}
