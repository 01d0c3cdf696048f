import type { AnyNode } from '../corpus/node.ts';
import { type Named, named } from './claim-line.ts';
import { type EpisodeItem, episodeItems } from './index-view.ts';
import { type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface ShowView extends PageView {
  url?: string;
  hosts: Named[];
  links: { label: string; href: string }[];
  episodes: EpisodeItem[];
}

export function showView(context: ViewContext, node: Extract<AnyNode, { kind: 'show' }>): ShowView {
  const { graph } = context.wiki;
  const episodes = graph.in(node.id, 'partOf').map((edge) => edge.source);
  return {
    ...pageView(context, node, { shown: ['partOf'] }),
    url: node.data.url,
    hosts: graph.out(node.id, 'host').map((edge) => named(context, edge.target)),
    links: Object.entries(node.data.links ?? {}).map(([label, href]) => ({ label, href })),
    episodes: episodeItems(context, episodes),
  };
}
