import type { AnyNode } from '../corpus/node.ts';
import { claimLines, type Evidence, evidenceOf } from './claim-line.ts';
import { type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface ArticleView extends PageView {
  format?: string;
  evidence: Evidence;
}

export function articleView(context: ViewContext, node: Extract<AnyNode, { kind: 'article' }>): ArticleView {
  const cited = context.wiki.graph.out(node.id, 'cites').map((edge) => edge.target);
  return { ...pageView(context, node), format: node.data.format, evidence: evidenceOf(claimLines(context, cited)) };
}
