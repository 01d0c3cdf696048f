import type { NodeId } from '../corpus/node.ts';
import type { Edge } from '../graph/wiki-graph.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

const page = (options: string) =>
  soundWith({
    'concepts/search.md': '---\ntitle: Search\naliases: [Lookup]\nbroader: [rag]\n---\n',
    'claims/one.yaml':
      '- id: facts\n  by: ada\n  at: "1:00-2:00"\n  text: Facts belong in the index.\n  type: rule\n  about: [rag, search]\n  criterion: cost\n  status: reviewed\n',
    'comparisons/rag-vs-search.md': `---\ntitle: RAG vs search\noptions: [${options}]\n---\n`,
  });

export const duplicateOption = defineRule({
  code: 'duplicate-option',
  severity: 'error',
  explanation: `A comparison names one page twice among its options, perhaps by two of its names. It would be weighed against itself.`,
  wrong: page('rag, search, Lookup'),
  right: page('rag, search'),
  reads: ['names', 'links'],
  *check(wiki) {
    for (const comparison of wiki.ofKind('comparison')) {
      const first = new Map<NodeId, Edge>();
      for (const edge of wiki.out(comparison.id, 'compares')) {
        if (!edge.field.startsWith('options.')) continue;
        const known = first.get(edge.target);
        if (!known) {
          first.set(edge.target, edge);
          continue;
        }
        yield {
          file: comparison.file,
          span: edge.span(),
          message: `\`${wiki.node(edge.target).slug}\` is an option already`,
          hint: 'name each option once',
          related: [{ file: comparison.file, span: known.span(), message: 'first named here' }],
        };
      }
    }
  },
});
