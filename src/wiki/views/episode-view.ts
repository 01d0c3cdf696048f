import { compareText, firstDifference } from '../text/order.ts';
import { formatTime, isoDuration, parseTime } from '../text/timestamp.ts';
import { byTime, type ClaimLine, claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { roleAt } from './guest-view.ts';
import { mediaLinks } from './media-link.ts';
import { type PageView, pageView } from './page-view.ts';
import { type EpisodeNode, type RulerView, rulerView } from './ruler.ts';
import type { ViewContext } from './view-context.ts';

export interface ChapterView {
  title?: string;
  time?: string;
  listen?: string;
  lines: ClaimLine[];
}

export interface EpisodeView extends PageView {
  label: string;
  show?: Named;
  duration?: string;
  isoDuration?: string;
  guests: (Named & { role?: string })[];
  media: { label: string; href: string }[];
  links: { label: string; href: string }[];
  resources: Named[];
  evidence: Evidence;
  ruler: RulerView;
  chapters: ChapterView[];
}

const SHOWN = ['in'] as const;
const MEDIUM_LABELS = { youtube: 'YouTube', audio: 'Audio', video: 'Video' };

/** `Season 15, episode 3`, as much of it as is known. */
export function episodeLabel(node: EpisodeNode): string {
  const { season, number } = node.data;
  if (season === undefined) return number === undefined ? '' : `Episode ${number}`;
  return number === undefined ? `Season ${season}` : `Season ${season}, episode ${number}`;
}

export function episodeView(context: ViewContext, node: EpisodeNode): EpisodeView {
  const { graph } = context.wiki;
  const lines = claimLines(
    context,
    graph.in(node.id, 'in').map((edge) => edge.source),
  ).sort(byTime);
  const show = graph.out(node.id, 'partOf')[0]?.target;
  const duration = node.data.duration === undefined ? undefined : parseTime(node.data.duration);
  return {
    ...pageView(context, node, {
      shown: SHOWN,
      sections: lines.length > 0 ? [{ title: 'On record, in order', anchor: 's-claims' }] : [],
    }),
    label: episodeLabel(node),
    show: show && named(context, show),
    duration: duration && formatTime(duration),
    isoDuration: duration && isoDuration(duration),
    guests: graph.out(node.id, 'features').map((edge) => {
      const guest = graph.node(edge.target);
      return {
        ...named(context, edge.target),
        role: guest.kind === 'guest' ? roleAt(guest, node.data.date) : undefined,
      };
    }),
    media: mediaLinks(node.data.media, 0).map((link) => ({
      label: MEDIUM_LABELS[link.medium],
      href: link.href.replace(/[&#]t=0s?$/, ''),
    })),
    links: Object.entries(node.data.links ?? {}).map(([label, href]) => ({ label, href })),
    resources: graph.out(node.id, 'mentions').map((edge) => named(context, edge.target)),
    evidence: evidenceOf(lines),
    ruler: rulerView(context, node, lines),
    chapters: chaptersOf(node, lines),
  };
}

/** Claims under the chapter they are said in; those before the first chapter, or without any, under none. */
function chaptersOf(node: EpisodeNode, lines: readonly ClaimLine[]): ChapterView[] {
  const chapters = (node.data.chapters ?? [])
    .map((chapter) => ({ title: chapter.title, at: parseTime(chapter.at) ?? 0 }))
    .sort((left, right) => firstDifference(left.at - right.at, compareText(left.title, right.title)));
  const views: (ChapterView & { at: number })[] = [
    { at: 0, lines: [] },
    ...chapters.map((chapter) => ({
      title: chapter.title,
      at: chapter.at,
      time: formatTime(chapter.at),
      listen: mediaLinks(node.data.media, chapter.at)[0]?.href,
      lines: [],
    })),
  ];
  for (const line of lines) views.findLast((view) => view.at <= line.seconds)?.lines.push(line);
  return views.filter((view) => view.title !== undefined || view.lines.length > 0).map(({ at: _, ...view }) => view);
}

/** The chapter a second falls in. */
export function chapterAt(node: EpisodeNode, seconds: number): string | undefined {
  return (node.data.chapters ?? []).findLast((chapter) => (parseTime(chapter.at) ?? 0) <= seconds)?.title;
}
