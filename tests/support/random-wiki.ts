import type { Files } from '../../src/wiki/rules/define-rule.ts';
import fc from './property.ts';

/** A wiki without fault, and how many links were written in it. */
export interface RandomWiki {
  files: Files;
  links: number;
}

const SPEAKERS = ['ada', 'bob'];
const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const some = <T>(items: readonly T[], min = 0) => fc.subarray([...items], { minLength: min });

/** Pages that link to each other in fields, prose fields, tables, lists and notes. */
export function randomWiki(): fc.Arbitrary<RandomWiki> {
  return fc
    .record({
      concepts: some(NAMES, 2),
      claims: fc.array(
        fc.record({ by: fc.constantFrom(...SPEAKERS), about: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      prose: fc.array(fc.record({ shape: fc.nat(SHAPES.length - 1), page: fc.nat(), claim: fc.nat() }), {
        maxLength: 12,
      }),
      cells: fc.array(fc.record({ page: fc.nat(), claim: fc.nat(), style: fc.constantFrom('>-', '|', '"', "'") }), {
        maxLength: 4,
      }),
    })
    .map(write);
}

/** Ways to write a link to a page and a citation of a claim; two links each. */
const SHAPES: ((page: string, claim: string) => string)[] = [
  (page, claim) => `See [[${page}]] and [[claim:${claim}]].\n`,
  (page, claim) => `> - **[[${page}|that]]**\n>   [[claim:${claim}]]\n`,
  (page, claim) => `| a | b |\n|---|---|\n| [[${page}|x]] | [[claim:${claim}\\|y]] \`[[no|z]]\` |\n`,
  (page, claim) => `## On [[concept:${page}]]\n\n~~[[claim:${claim}]]~~ \\[[no]]\n`,
  (page, claim) => `\`\`\`\n[[no]]\n\`\`\`\n\n1. 😀 [[${page.toUpperCase()}]][[claim:${claim}]]\n`,
];

function write({
  concepts,
  claims,
  prose,
  cells,
}: {
  concepts: string[];
  claims: { by: string; about: number[] }[];
  prose: { shape: number; page: number; claim: number }[];
  cells: { page: number; claim: number; style: string }[];
}): RandomWiki {
  const at = (index: number) => concepts[index % concepts.length] as string;
  const cite = (index: number) => `talk/c${index % claims.length}`;
  // Two guests of the episode and two options of the comparison.
  let links = 4;
  const files: Files = {
    'guests/ada.md': '---\ntitle: Ada\n---\n',
    'guests/bob.md': '---\ntitle: Bob\n---\n',
    'criteria/cost.md': '---\ntitle: Cost\n---\n',
    'episodes/talk.md': '---\ntitle: Talk\ndate: 2024-05-01\nguests: [ada, Bob]\n---\n',
  };
  files['claims/talk.yaml'] = claims
    .map(({ by, about }, index) => {
      links += 2 + about.length;
      return `- id: c${index}\n  by: ${by}\n  at: "${index}:00"\n  text: Text.\n  type: rule\n  status: reviewed\n  about: [${about.map(at).join(', ')}]\n`;
    })
    .join('');
  for (const name of concepts) files[`concepts/${name}.md`] = `---\ntitle: The ${name}\n---\n`;
  files['articles/all.md'] = `---\ntitle: All\n---\n${prose
    .map(({ shape, page, claim }) => {
      links += 2;
      return SHAPES[shape]?.(at(page), cite(claim));
    })
    .join('\n')}`;
  const written = cells.map(({ page, claim, style }) => {
    links += 4;
    const text = `See [[${at(page)}]] [[claim:${cite(claim)}]]`;
    const scalar = style.length === 1 && style !== '|' ? `${style}${text}${style}` : `${style}\n      ${text}`;
    return `  - criterion: cost\n    option: ${at(page)}\n    text: ${scalar}\n`;
  });
  files['comparisons/x.md'] =
    `---\ntitle: X\noptions: [${at(0)}, ${at(1)}]\n${written.length > 0 ? `cells:\n${written.join('')}` : ''}---\n`;
  return { files, links };
}
