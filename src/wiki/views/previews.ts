import type { NodeId } from '../corpus/node.ts';
import { byTime, claimLines } from './claim-line.ts';
import type { ClaimPreview } from './contracts/claim-preview.ts';
import type { ViewContext } from './view-context.ts';

/** Claims of an episode by id, for cards that open beside citations. */
export function previews(context: ViewContext, episode: NodeId): Record<string, ClaimPreview> {
  const ids = context.wiki.graph.in(episode, 'in').map((edge) => edge.source);
  const lines = claimLines(context, ids).sort(byTime);
  return Object.fromEntries(
    lines.map((line) => [
      line.slug.slice(line.slug.indexOf('/') + 1),
      {
        text: line.text,
        guest: line.guest.title,
        episode: line.episode.title,
        time: line.time,
        listen: line.listen,
        asked: line.asked,
      },
    ]),
  );
}
