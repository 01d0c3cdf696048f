import type { NodeId } from '../corpus/node.ts';
import type { ClaimRelation, Stance } from '../kinds/claim.ts';
import { truncate } from '../text/plain.ts';
import { formatRange, formatTime } from '../text/timestamp.ts';
import {
  byTime,
  type ClaimLine,
  type ClaimNode,
  claimLine,
  claimLines,
  mediaOf,
  type Named,
  named,
  rangesOf,
} from './claim-line.ts';
import { type ClaimReference, claimReference } from './claim-reference.ts';
import { playStart } from './contracts/play-start.ts';
import { chapterAt } from './episode-view.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { roleAt } from './guest-view.ts';
import type { MediaLink } from './media-link.ts';
import { onceEach } from './once.ts';
import { type PageView, pageView } from './page-view.ts';
import { type EpisodeNode, type RulerView, rulerView } from './ruler.ts';
import type { ViewContext } from './view-context.ts';

/** A claim's own page: the claim, who, when, and the second to hear it. */
export interface MomentView extends PageView {
  claim?: ClaimLine;
  quote?: string;
  role?: string;
  chapter?: string;
  /** Every stretch in which it is said. */
  ranges: string[];
  /** Ways to hear it: from the host’s question where that is known, then a few seconds early. Empty without a recording. */
  plays: { from: string; words: string; media: MediaLink[] }[];
  note?: string;
  /** How it was held against the transcript, in words. */
  evidence: { short: string; long: string };
  about: Named[];
  criteria: Named[];
  option?: Named;
  stances: { stance: Stance; position: Named }[];
  relations: { relation: ClaimRelation; claim: ClaimLine }[];
  ruler?: RulerView;
  /** Absent when its guest or episode is missing. */
  reference?: ClaimReference;
  /** Opens an issue, filled in, where the archive is kept. */
  report?: string;
  /** Up to two claims before and two after, in order of time, with itself between. */
  neighbours: ClaimLine[];
}

/** Claims shown before and after. */
const NEIGHBOURS = 2;
const MAX_TITLE = 90;

export function momentView(context: ViewContext, node: ClaimNode): MomentView {
  const { graph } = context.wiki;
  const claim = claimLine(context, node.id);
  const episode = claim && (graph.node(claim.episode.id) as EpisodeNode);
  const guest = claim && graph.node(claim.guest.id);
  const siblings = claim ? claimsOfEpisode(context, claim.episode.id) : [];
  const index = siblings.findIndex((line) => line.id === node.id);
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  const page = pageView(context, node, { shown: ['relates'] });
  const toNamed = (line: ClaimLine | undefined) =>
    line && { id: line.id, href: line.href, title: truncate(line.text, MAX_TITLE) };
  return {
    ...page,
    title: truncate(node.title, MAX_TITLE),
    description: claim
      ? truncate(`${claim.guest.title} at ${claim.time} in “${claim.episode.title}”: ${claim.text}`, 160)
      : page.description,
    breadcrumbs: claim
      ? [
          ...page.breadcrumbs.slice(0, 1),
          { title: 'Episodes', href: `${context.base}episodes/` },
          { title: claim.episode.title, href: claim.episode.href },
          { title: claim.time },
        ]
      : page.breadcrumbs,
    previous: toNamed(before),
    next: toNamed(after),
    claim,
    quote: node.data.quote,
    role: guest?.kind === 'guest' ? roleAt(guest, graph.date(node.id)) : undefined,
    chapter: episode && claim && chapterAt(episode, claim.seconds),
    ranges: rangesOf(node).map(formatRange),
    plays: claim ? playsOf(context, node, claim) : [],
    note: node.data.provenance?.note,
    evidence: EVIDENCE_WORDS[context.wiki.evidence.stateOf(node.id)],
    about: graph.out(node.id, 'about').map((edge) => named(context, edge.target)),
    criteria: graph.out(node.id, 'judgedBy').map((edge) => named(context, edge.target)),
    option: graph.out(node.id, 'speaksFor').map((edge) => named(context, edge.target))[0],
    stances: graph
      .out(node.id, 'takes')
      .map((edge) => ({ stance: edge.label as Stance, position: named(context, edge.target) })),
    relations: [
      ...graph.out(node.id, 'relates').map((edge) => ({ id: edge.target, label: edge.label })),
      ...graph.in(node.id, 'relates').map((edge) => ({ id: edge.source, label: edge.label })),
    ].flatMap(({ id, label }) => {
      const line = claimLine(context, id);
      return line ? [{ relation: label as ClaimRelation, claim: line }] : [];
    }),
    ruler: episode && claim && rulerView(context, episode, [claim]),
    reference: claim && claimReference(context, node, claim),
    report: reportLink(context, node),
    neighbours: siblings.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1),
  };
}

/** Every claim of an episode asks for all of them. */
const claimsOfEpisode = onceEach('claims-of-episode', (context, episode: NodeId): readonly ClaimLine[] => {
  const claims = context.wiki.graph.in(episode, 'in').map((edge) => edge.source);
  return claimLines(context, claims).sort(byTime);
});

function playsOf(context: ViewContext, node: ClaimNode, claim: ClaimLine): MomentView['plays'] {
  const starts = claim.asked === undefined ? [undefined] : [claim.asked, undefined];
  return starts.flatMap((asked) => {
    const { lead, words } = playStart(claim.seconds, asked);
    const media = mediaOf(context, node, lead);
    return media.length > 0 ? [{ from: formatTime(claim.seconds - lead), words, media }] : [];
  });
}

/** A new issue in the repository of the archive, with the claim in it. The address is GitHub's; Gitea and Forgejo share it. */
function reportLink(context: ViewContext, node: ClaimNode): string | undefined {
  const { repository } = context.wiki.settings;
  if (!repository) return undefined;
  const body = `Claim \`${node.slug}\` in \`${repository.folder}/${node.file}\`\n\n> ${node.data.text}\n\nWhat is wrong: the words, the second, the speaker, or the stance?\n`;
  const query = new URLSearchParams({ title: `Claim ${node.slug}`, body });
  return `${repository.url.replace(/\/$/, '')}/issues/new?${query}`;
}
