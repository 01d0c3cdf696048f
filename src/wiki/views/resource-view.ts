import type { AnyNode } from '../corpus/node.ts';
import { compareText } from '../text/order.ts';
import { formatTime, parseTime } from '../text/timestamp.ts';
import { type Named, named } from './claim-line.ts';
import { mediaLinks } from './media-link.ts';
import { type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface ResourceView extends PageView {
  type?: string;
  url?: string;
  authors: string[];
  year?: string;
  mentions: { episode: Named; time?: string; listen?: string; date?: string }[];
}

export function resourceView(context: ViewContext, node: Extract<AnyNode, { kind: 'resource' }>): ResourceView {
  const { graph } = context.wiki;
  const written = [
    ...graph.out(node.id, 'mentions').map((edge) => ({ id: edge.target, at: edge.label })),
    ...graph.in(node.id, 'mentions').map((edge) => ({ id: edge.source, at: undefined })),
  ];
  const mentions = written
    .filter(({ id, at }) => at !== undefined || !written.some((other) => other.id === id && other.at !== undefined))
    .map(({ id, at }) => {
      const episode = graph.node(id);
      const seconds = at === undefined ? undefined : parseTime(at);
      return {
        episode: named(context, id),
        date: graph.date(id),
        time: seconds === undefined ? undefined : formatTime(seconds),
        listen:
          seconds === undefined || episode.kind !== 'episode'
            ? undefined
            : mediaLinks(episode.data.media, seconds)[0]?.href,
      };
    });
  return {
    ...pageView(context, node, { shown: ['mentions'] }),
    type: node.data.type,
    url: node.data.url,
    authors: node.data.authors ?? [],
    year: node.data.year === undefined ? undefined : String(node.data.year),
    mentions: mentions.sort(
      (left, right) => compareText(left.date ?? '', right.date ?? '') || compareText(left.episode.id, right.episode.id),
    ),
  };
}
