import { type AnyNode, kindOf, type NodeId } from '../corpus/node.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { compareText, compareTitles, firstDifference, groupBy } from '../text/order.ts';
import { count } from '../text/plain.ts';
import { type ClaimNode, countedClaims, evidenceOf, type Named, named } from './claim-line.ts';
import { episodeLabel } from './episode-view.ts';
import { roleAt } from './guest-view.ts';
import { capital } from './page-view.ts';
import { type EpisodeNode, type MarksView, marksView } from './ruler.ts';
import { type BalanceView, balanceView } from './stances.ts';
import { defineShapeTable } from './tables.ts';
import { indexPathOf, type ViewContext } from './view-context.ts';

export interface EpisodeItem extends Named {
  label: string;
  date?: string;
  guests: string[];
  claims: number;
  marks: MarksView;
}

export interface IndexItem extends Named {
  /** One line of what it is. */
  detail?: string;
  /** How much there is, in words. */
  weight?: string;
  aliases: string[];
  balance?: BalanceView;
}

export interface IndexView {
  kind: KindName;
  path: string;
  title: string;
  description: string;
  total: number;
  /** By first letter, or by year for episodes. */
  groups: { heading: string; anchor: string; items: IndexItem[]; episodes: EpisodeItem[] }[];
}

export function indexView(context: ViewContext, kind: KindName): IndexView {
  const { one, many, description } = kinds[kind];
  const nodes = context.wiki.graph.ofKind(kind);
  const timed = kind === 'episode' || kind === 'claim';
  const groups = timed ? byYear(context) : byLetter(context, nodes);
  return {
    kind,
    path: indexPathOf(kind),
    title: capital(many),
    description: nodes.length > 0 ? description : `No ${one} yet.`,
    total: nodes.length,
    groups,
  };
}

/** Claims are found through their episodes: both indexes are lists of conversations by year. */
function byYear(context: ViewContext): IndexView['groups'] {
  const items = episodeItems(
    context,
    context.wiki.graph.ofKind('episode').map((episode) => episode.id),
  );
  return [...groupBy(items, (item) => item.date?.slice(0, 4) ?? 'Undated')].map(([year, episodes]) => ({
    heading: year,
    anchor: `y-${year.toLowerCase()}`,
    items: [],
    episodes,
  }));
}

function byLetter(context: ViewContext, nodes: readonly AnyNode[]): IndexView['groups'] {
  const items = nodes
    .map((node) => itemOf(context, node))
    .sort((left, right) => compareTitles(left.title, right.title));
  const groups = groupBy(items, (item) => letterOf(item.title));
  return [...groups].map(([letter, members]) => ({
    heading: letter,
    anchor: `a-${letter === '0–9' ? '0' : letter.toLowerCase()}`,
    items: members,
    episodes: [],
  }));
}

function letterOf(title: string): string {
  const first =
    title
      .normalize('NFD')
      .match(/[\p{L}\p{N}]/u)?.[0]
      ?.toUpperCase() ?? '0';
  return /\p{N}/u.test(first) ? '0–9' : first;
}

function itemOf(context: ViewContext, node: AnyNode): IndexItem {
  const { graph } = context.wiki;
  const evidence = evidenceOn(context, node.id) ?? { claims: 0, guests: 0 };
  const base = { ...named(context, node.id), aliases: node.aliases };
  switch (node.kind) {
    case 'comparison':
      return {
        ...base,
        detail: node.data.axis ?? node.data.question,
        weight: weightOf(evidence.claims, evidence.guests),
      };
    case 'guest':
      return { ...base, detail: roleAt(node, graph.date(node.id)), weight: weightOf(evidence.claims) };
    case 'position':
      return { ...base, balance: balanceView(context, node.id), weight: weightOf(evidence.claims, evidence.guests) };
    case 'collection':
      return { ...base, detail: node.summary, weight: weightOf(node.data.claims.length) };
    case 'resource':
      return { ...base, detail: [node.data.type, node.data.authors?.join(', ')].filter(Boolean).join(' · ') };
    default:
      return { ...base, detail: node.summary, weight: weightOf(evidence.claims, evidence.guests) };
  }
}

/** How many claims, and of how many guests, stand behind a page: those that it cites, if it is a comparison, else those that are about it. */
export const evidenceOn = defineShapeTable('evidence-on', (context) => {
  const { graph } = context.wiki;
  const claimsOn = ({ id, kind }: AnyNode) =>
    kind === 'comparison'
      ? graph.out(id, 'cites').map((edge) => edge.target)
      : graph
          .in(id, 'about', 'speaksFor', 'judgedBy', 'by', 'takes')
          .map((edge) => edge.source)
          .filter((source) => kindOf(source) === 'claim');
  return new Map(
    graph.nodes
      .filter((node) => kinds[node.kind].storage === 'file')
      .map((node) => {
        const { claims, guests } = evidenceOf(countedClaims(context, claimsOn(node)));
        return [node.id, { claims, guests }];
      }),
  );
});

function weightOf(claims: number, guests?: number): string | undefined {
  if (claims === 0) return undefined;
  return guests === undefined ? count(claims, 'claim') : `${count(claims, 'claim')}, ${count(guests, 'guest')}`;
}

/** Episodes as lists show them, newest first; undated ones last. */
export function episodeItems(context: ViewContext, ids: readonly NodeId[]): EpisodeItem[] {
  return ids
    .map((id) => episodeItem(context, id) as EpisodeItem)
    .sort((left, right) =>
      firstDifference(compareText(right.date ?? '', left.date ?? ''), compareText(left.id, right.id)),
    );
}

/** It stands in several lists, and shows nothing of what claims say. */
const episodeItem = defineShapeTable(
  'episode-items',
  (context) =>
    new Map(context.wiki.graph.ofKind('episode').map((episode) => [episode.id, itemOfEpisode(context, episode)])),
);

function itemOfEpisode(context: ViewContext, episode: EpisodeNode): EpisodeItem {
  const { graph } = context.wiki;
  const claims = countedClaims(
    context,
    graph.in(episode.id, 'in').map((edge) => edge.source),
  );
  return {
    ...named(context, episode.id),
    label: episodeLabel(episode),
    date: episode.data.date,
    guests: graph.out(episode.id, 'features').map((edge) => graph.node(edge.target).title),
    claims: claims.length,
    marks: marksView(
      episode,
      claims.map(({ id }) => graph.node(id) as ClaimNode),
    ),
  };
}
