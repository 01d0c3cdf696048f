import { isPublished } from '../graph/published-graph.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const optionWithoutClaims = defineRule({
  code: 'option-without-claims',
  severity: 'warning',
  explanation: `No claim is about one of the options of a comparison, or speaks for it. Such a side is opinion, not evidence.`,
  wrong: soundWith({
    'concepts/tuning.md': '---\ntitle: Fine-tuning\nbroader: [rag]\n---\n',
    'comparisons/rag-vs-tuning.md': '---\ntitle: RAG vs fine-tuning\noptions: [rag, tuning]\n---\n',
  }),
  right: soundWith({
    'concepts/tuning.md': '---\ntitle: Fine-tuning\nbroader: [rag]\n---\n',
    'claims/one.yaml':
      '- id: facts\n  by: ada\n  at: "1:00-2:00"\n  text: Facts belong in the index.\n  type: rule\n  about: [rag, tuning]\n  criterion: cost\n  status: reviewed\n',
    'comparisons/rag-vs-tuning.md': '---\ntitle: RAG vs fine-tuning\noptions: [rag, tuning]\n---\n',
  }),
  reads: ['names', 'links', 'status'],
  *check(wiki) {
    for (const comparison of wiki.ofKind('comparison')) {
      for (const edge of wiki.out(comparison.id, 'compares')) {
        if (!edge.field.startsWith('options.') || wiki.isUnsettled(edge.target)) continue;
        if (wiki.in(edge.target, 'about', 'speaksFor').some(({ source }) => isPublished(wiki.node(source)))) continue;
        yield {
          file: comparison.file,
          span: edge.span(),
          message: `no reviewed claim is about \`${wiki.node(edge.target).slug}\``,
          hint: 'add claims, or leave the comparison for later',
        };
      }
    }
  },
});
