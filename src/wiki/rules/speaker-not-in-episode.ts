import type { NodeId } from '../corpus/node.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { EdgeType } from '../kinds/names.ts';
import { listOf } from '../text/plain.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

/** Whether a page has links of a type that became no edges. */
function hasLooseLinks(wiki: WikiGraph, id: NodeId, type: EdgeType): boolean {
  return wiki.node(id).fieldLinks.filter((link) => link.field.edge === type).length > wiki.out(id, type).length;
}

/** Guests and hosts of an episode; nothing where a link to a speaker or a show leads nowhere: that has been said, and who speaks is not known in full. */
function speakersOf(wiki: WikiGraph, episode: NodeId): NodeId[] | undefined {
  if (hasLooseLinks(wiki, episode, 'features') || hasLooseLinks(wiki, episode, 'partOf')) return undefined;
  const shows = wiki.out(episode, 'partOf').map((edge) => edge.target);
  if (shows.some((show) => hasLooseLinks(wiki, show, 'host'))) return undefined;
  const guests = wiki.out(episode, 'features').map((edge) => edge.target);
  const hosts = shows.flatMap((show) => wiki.out(show, 'host').map((edge) => edge.target));
  return [...new Set([...guests, ...hosts])];
}

export const speakerNotInEpisode = defineRule({
  code: 'speaker-not-in-episode',
  severity: 'error',
  explanation: `A claim is made by somebody who speaks in its episode: one of the episode's guests, or a host of its show.`,
  wrong: soundWith({
    'guests/eve.md': '---\ntitle: Eve\n---\n',
    'claims/one.yaml': `${claimYaml('')}${claimYaml('').replace('id: facts', 'id: others').replace('by: ada', 'by: eve')}`,
  }),
  right: soundWith({
    'claims/one.yaml': `${claimYaml('')}${claimYaml('').replace('id: facts', 'id: others').replace('by: ada', 'by: hans')}`,
  }),
  reads: ['names', 'links'],
  *check(wiki) {
    const known = new Map<NodeId, NodeId[] | undefined>();
    for (const claim of wiki.ofKind('claim')) {
      let episode: NodeId | undefined;
      let speaker: NodeId | undefined;
      for (const { type, target } of wiki.out(claim.id)) {
        if (type === 'in') episode ??= target;
        else if (type === 'by') speaker ??= target;
      }
      if (!episode || !speaker) continue;
      if (!known.has(episode)) known.set(episode, speakersOf(wiki, episode));
      const present = known.get(episode);
      if (!present) continue;
      if (present.includes(speaker)) continue;
      yield {
        file: claim.file,
        span: claim.locate(['by']),
        message: `${wiki.node(speaker).title} is neither guest nor host of “${wiki.node(episode).title}”`,
        hint:
          present.length > 0
            ? `speakers there: ${listOf(present.map((id) => `\`${wiki.node(id).slug}\``))}`
            : 'add `guests:` to the episode',
        related: [{ file: wiki.node(episode).file, span: wiki.node(episode).span, message: 'the episode' }],
      };
    }
  },
});
