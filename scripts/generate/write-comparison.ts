import type { Random } from './random.ts';
import { fillSentence } from './sentence.ts';
import type { Concept, World } from './world.ts';
import { citedSentence } from './write-prose.ts';
import { folded, page, scalar } from './yaml-text.ts';

const VERDICTS = ['strong', 'partial', 'weak', 'depends'];
const CRITERIA_COMPARED = 6;

/** X vs Y, every statement of fact with its citation. */
export function writeComparison(options: readonly [Concept, Concept], world: World, random: Random): string {
  const [A, B] = options;
  const about = (concept: Concept) => world.claimsAbout.get(concept) ?? world.claims;
  const either = [...about(A), ...about(B)];
  const guests = [...new Set(either.map((claim) => claim.by))].slice(0, 3);
  const cited = (concept: Concept) => citedSentence(concept, concept === A ? B : A, about(concept), random);
  const say = (sentence: string) => fillSentence(sentence, random, { A: A.name, B: B.name });
  const text = (value: string, indent: string) => folded(value, indent);
  const each = <T>(items: readonly T[], line: (item: T) => string) => items.map(line).join('\n');

  return page(
    [
      `title: ${scalar(`${A.title} vs ${B.name}`)}`,
      `options: [${A.slug}, ${B.slug}]`,
      'type: method',
      `axis: ${scalar(say('{gain} or {price}'))}`,
      `question: ${scalar(say('Should we begin with {A} or with {B}?'))}`,
      `summary: ${scalar(say('{A} or {B}, weighed by what guests of the archive report.'))}`,
      `answer: ${text(`${cited(A)} ${cited(B)}`, '  ')}`,
      `rule: ${text(cited(random.pick(options)), '  ')}`,
      `cells:\n${each(random.shuffle(world.criteria).slice(0, CRITERIA_COMPARED), (criterion) =>
        each(
          options,
          (option) =>
            `  - criterion: ${criterion.slug}\n    option: ${option.slug}\n    verdict: ${random.pick(VERDICTS)}\n    text: ${text(cited(option), '      ')}`,
        ),
      )}`,
      `choose:\n${each(
        options,
        (option) =>
          `  - option: ${option.slug}\n    when:\n      - ${text(cited(option), '        ')}\n      - ${text(cited(option), '        ')}`,
      )}`,
      `differences:\n${each(
        guests,
        (guest) =>
          `  - guest: ${guest.slug}\n    text: ${text(
            citedSentence(
              A,
              B,
              either.filter((claim) => claim.by === guest),
              random,
            ),
            '      ',
          )}`,
      )}`,
      `mistakes:\n${each([A, B, A], (option) => `  - ${text(cited(option), '    ')}`)}`,
      `evaluation:\n${each(
        [
          'How far does {metric} move?',
          'Which of the two still holds when {condition}?',
          'Who would notice {trouble}?',
        ],
        (question) => `  - ${scalar(say(question))}`,
      )}`,
      `scenarios:\n${each(
        options,
        (option) =>
          `  - situation: ${scalar(say('The team has little time, and {condition}.'))}\n    choice: ${option.slug}\n    why: ${text(cited(option), '      ')}`,
      )}`,
      `faq:\n  - question: ${scalar(say('Can {A} and {B} be combined?'))}\n    answer: ${text(cited(A), '      ')}`,
      `take: ${text(say('Begin with the one the team can explain; {action}, and decide again in a quarter.'), '  ')}`,
    ],
    `${cited(A)} ${cited(B)} ${cited(A)}`,
  );
}
