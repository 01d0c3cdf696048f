import type { NodeId } from '../../corpus/node.ts';
import { optionsOf } from '../../graph/option-orders.ts';
import { compareTitles, groupBy } from '../../text/order.ts';
import { type Evidence, evidenceOf, type Named, named } from '../claim-line.ts';
import type { ViewContext } from '../view-context.ts';
import { verdicts } from './editorial.ts';
import { evidenceScope } from './evidence-scope.ts';

export interface ComparisonItem extends Named {
  axis?: string;
  question?: string;
  /** What each side is strong on while another is not, in words. */
  ahead: { option: string; criteria: string[] }[];
  evidence: Evidence;
  aliases: string[];
}

export interface ComparisonIndex {
  total: number;
  /** By concept compared; a comparison stands under each of its sides. */
  groups: { concept: Named; slug: string; items: ComparisonItem[] }[];
}

export function comparisonIndex(context: ViewContext): ComparisonIndex {
  const { graph } = context.wiki;
  const comparisons = graph.ofKind('comparison');
  const entries = comparisons.flatMap((comparison) => {
    const options = optionsOf(graph, comparison.id);
    const cells = verdicts(context, comparison);
    const cited = graph.out(comparison.id, 'cites').map((edge) => edge.target);
    const item: ComparisonItem = {
      ...named(context, comparison.id),
      axis: comparison.data.axis,
      question: comparison.data.question,
      ahead: options.map((option) => ({
        option: graph.node(option).title,
        criteria: [...groupBy(cells, (cell) => cell.criterion)]
          .filter(([, row]) => {
            const given = new Set(row.flatMap((cell) => cell.verdict ?? []));
            return given.size > 1 && row.some((cell) => cell.option === option && cell.verdict === 'strong');
          })
          .map(([criterion]) => graph.node(criterion).title),
      })),
      evidence: evidenceOf(evidenceScope(context, options, cited).lines),
      aliases: comparison.aliases,
    };
    return options.map((concept) => ({ concept, item }));
  });
  const groups = [...groupBy(entries, (entry) => entry.concept)].map(
    ([concept, members]: [NodeId, typeof entries]) => ({
      concept: named(context, concept),
      slug: graph.node(concept).slug,
      items: members.map((member) => member.item).sort((left, right) => compareTitles(left.title, right.title)),
    }),
  );
  return {
    total: comparisons.length,
    groups: groups.sort((left, right) => compareTitles(left.concept.title, right.concept.title)),
  };
}
