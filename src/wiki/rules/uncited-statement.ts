import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

/** Fields of a comparison that state facts; questions and opinion need no citation. */
const FACTUAL = new Set(['answer', 'cells', 'choose', 'differences', 'mistakes', 'rule', 'scenarios']);

const page = (answer: string) => `---\ntitle: RAG vs search\noptions: [rag, search]\nanswer: ${answer}\n---\n`;
const search = '---\ntitle: Search\nbroader: [rag]\n---\n';
const claims =
  '- id: facts\n  by: ada\n  at: "1:00-2:00"\n  text: Facts belong in the index.\n  type: rule\n  status: reviewed\n  about: [rag, search]\n  criterion: cost\n';

export const uncitedStatement = defineRule({
  code: 'uncited-statement',
  severity: 'warning',
  explanation: `On a comparison every statement of fact cites a claim: who said it, and at which second. Opinion goes into \`take\`.`,
  wrong: soundWith({
    'concepts/search.md': search,
    'claims/one.yaml': claims,
    'comparisons/rag-vs-search.md': page('RAG reads what search finds.'),
  }),
  right: soundWith({
    'concepts/search.md': search,
    'claims/one.yaml': claims,
    'comparisons/rag-vs-search.md': page('"RAG reads what search finds [[claim:one/facts]]."'),
  }),
  reads: ['statements'],
  *check(wiki) {
    for (const node of wiki.ofKind('comparison')) {
      for (const prose of node.proses) {
        if (!FACTUAL.has(String(prose.field[0])) || prose.links.some((link) => link.kind === 'claim')) continue;
        // The situation of a scenario is a question put to the reader.
        if (prose.field.includes('situation')) continue;
        yield {
          file: node.file,
          span: node.locate(prose.field),
          message: 'this statement cites no claim',
          hint: 'add `[[claim:episode/claim]]`, or move it to `take`',
        };
      }
    }
  },
});
