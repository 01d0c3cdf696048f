import { kindOf } from '../corpus/node.ts';
import { compareTitles } from '../text/order.ts';
import { type Evidence, type Named, named } from './claim-line.ts';
import { type EpisodeItem, episodeItems, evidenceOn } from './index-view.ts';
import { evidenceOfAll } from './method-view.ts';
import { type BalanceView, balanceView } from './stances.ts';
import type { ViewContext } from './view-context.ts';

export interface HomeView {
  title: string;
  description: string;
  evidence: Evidence;
  comparisons: (Named & { axis?: string; question?: string; evidence: Pick<Evidence, 'claims' | 'guests'> })[];
  contested: BalanceView[];
  concepts: (Named & { claims: number })[];
  collections: (Named & { summary?: string; claims: number })[];
  articles: (Named & { summary?: string })[];
  episodes: EpisodeItem[];
}

/** Most named concepts and sharpest disputes shown on the first page. */
const CONCEPTS = 24;
const CONTESTED = 7;

export function homeView(context: ViewContext): HomeView {
  const { graph, settings } = context.wiki;
  const comparisons = graph.ofKind('comparison').map((node) => ({
    ...named(context, node.id),
    axis: node.data.axis,
    question: node.data.question,
    evidence: evidenceOn(context, node.id) ?? { claims: 0, guests: 0 },
  }));
  const contested = graph
    .ofKind('position')
    .map((node) => balanceView(context, node.id))
    .filter((balance) => balance.contested);
  const tension = (balance: BalanceView) =>
    Math.min(balance.guests.supports, balance.guests.opposes) * 100 +
    balance.guests.supports +
    balance.guests.opposes +
    balance.guests.qualifies;
  const concepts = graph.ofKind('concept').map((node) => ({
    ...named(context, node.id),
    claims: graph.in(node.id, 'about').filter((edge) => kindOf(edge.source) === 'claim').length,
  }));
  return {
    title: settings.title,
    description: settings.description,
    evidence: evidenceOfAll(context),
    comparisons: comparisons.sort(
      (left, right) => right.evidence.claims - left.evidence.claims || compareTitles(left.title, right.title),
    ),
    contested: contested
      .sort((left, right) => tension(right) - tension(left) || compareTitles(left.title, right.title))
      .slice(0, CONTESTED),
    concepts: concepts
      .sort((left, right) => right.claims - left.claims || compareTitles(left.title, right.title))
      .slice(0, CONCEPTS)
      .sort((left, right) => compareTitles(left.title, right.title)),
    collections: graph.ofKind('collection').map((node) => ({
      ...named(context, node.id),
      summary: node.summary,
      claims: node.data.claims.length,
    })),
    articles: graph.ofKind('article').map((node) => ({ ...named(context, node.id), summary: node.summary })),
    episodes: episodeItems(
      context,
      graph.ofKind('episode').map((episode) => episode.id),
    ),
  };
}
