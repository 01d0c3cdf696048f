import type { NodeId } from '../corpus/node.ts';
import type { Edge } from '../graph/wiki-graph.ts';
import { groupBy } from '../text/order.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

const position = { 'positions/index.md': '---\ntitle: Facts belong in the index\nabout: [rag]\n---\n' };
const two = (more: string) =>
  `${claimYaml('  takes: { index: supports }\n')}- id: not-facts\n  by: ada\n  at: "3:00-4:00"\n  text: Some knowledge is better learnt than looked up.\n  type: rule\n  status: reviewed\n  about: [rag]\n  takes: { index: opposes }\n${more}`;

export const contradictoryStances = defineRule({
  code: 'contradictory-stances',
  severity: 'warning',
  explanation: `One guest both supports and opposes one position. People do change their minds: then the later claim \`supersedes\` the earlier, or
\`contradicts\` it openly, or one of them only \`qualifies\` the position. Without a word on it one of the two stances is
probably a misreading.`,
  wrong: soundWith({ ...position, 'claims/one.yaml': two('') }),
  right: soundWith({
    ...position,
    'claims/one.yaml': two('  relations:\n    - kind: supersedes\n      claim: one/facts\n'),
  }),
  reads: ['names', 'links'],
  *check(wiki) {
    for (const position of wiki.ofKind('position')) {
      const stances = wiki.in(position.id, 'takes').filter((edge) => edge.label !== 'qualifies');
      for (const group of groupBy(stances, (edge: Edge) => wiki.out(edge.source, 'by')[0]?.target).values()) {
        const [first] = group;
        if (!first) continue;
        const other = group.find((edge) => edge.label !== first.label && !isSettled(first.source, edge.source));
        if (!other) continue;
        const [left, right] = [wiki.node(first.source), wiki.node(other.source)];
        yield {
          file: right.file,
          span: other.span(),
          message: `this ${other.label} \`${position.slug}\`, which the same guest ${first.label} in \`${left.slug}\``,
          hint: 'let one supersede or contradict the other under `relations`, or make one of them `qualifies`',
          related: [{ file: left.file, span: first.span(), message: `${first.label} it here` }],
        };
      }
    }

    /** Whether somebody has said how the two go together. */
    function isSettled(left: NodeId, right: NodeId): boolean {
      const between = [...wiki.out(left, 'relates'), ...wiki.out(right, 'relates')];
      return between.some((edge) => edge.target === left || edge.target === right);
    }
  },
});
