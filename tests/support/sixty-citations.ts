import { generateContent } from '../../scripts/generate-content.ts';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { compile } from './check.ts';

export const CITATIONS = 60;
export const SIXTY_CITATIONS_PAGE = 'comparisons/sixty-citations/';

/** Each on a line of its own, at the places where a comparison has prose. */
const CELLS = 20;

/** A generated archive with one more comparison: sixty sentences in every section of the page, each citing another claim. */
export function sixtyCitations(): Files {
  const files = generateContent({ pages: 200, seed: 7 });
  const { graph } = compile(files);
  const [left, right] = graph.ofKind('concept').map((concept) => concept.slug);
  const criteria = graph.ofKind('criterion').map((criterion) => criterion.slug);
  const guests = graph.ofKind('guest').map((guest) => guest.slug);
  const claims = graph.ofKind('claim');
  let used = 0;
  /** What a claim says, in other words than its own: prose is not the claim again. */
  const sentence = () => {
    const claim = claims[used % claims.length];
    const words = claims[(used + 31) % claims.length]?.data.text.replace(/\.$/, '');
    used++;
    return JSON.stringify(`${words} [[claim:${claim?.slug}]].`);
  };
  const cells = Array.from({ length: CELLS }, (_, index) => {
    const option = index % 2 === 0 ? left : right;
    return `  - { criterion: ${criteria[index >> 1]}, option: ${option}, verdict: partial, text: ${sentence()} }\n`;
  });
  const list = (length: number) => Array.from({ length }, () => `  - ${sentence()}\n`).join('');
  const front = `title: Sixty citations
options: [${left}, ${right}]
type: method
axis: what is known vs how it is said
question: Which of the two should come first?
answer: ${sentence()}
rule: ${sentence()}
recipe: ${sentence()}
scope: ${sentence()}
cells:
${cells.join('')}choose:
  - { option: ${left}, when: [${sentence()}, ${sentence()}, ${sentence()}] }
  - { option: ${right}, when: [${sentence()}, ${sentence()}, ${sentence()}] }
combine:
${list(2)}differences:
  - { guest: ${guests[0]}, text: ${sentence()} }
  - { guest: ${guests[1]}, text: ${sentence()} }
  - { guest: ${guests[2]}, text: ${sentence()} }
confusions:
${list(3)}mistakes:
${list(5)}evaluation:
${list(4)}scenarios:
  - { situation: A team of two with a week., choice: ${left}, why: ${sentence()} }
  - { situation: A team of ten with a year., choice: ${right}, why: ${sentence()} }
faq:
  - { question: Can they be combined?, answer: ${sentence()} }
  - { question: What if neither fits?, answer: ${sentence()} }
interview: ${sentence()}
`;
  const body = [];
  while (used < CITATIONS) body.push(JSON.parse(sentence()) as string);
  return { ...files, 'comparisons/sixty-citations.md': `---\n${front}---\n${body.join(' ')}\n` };
}
