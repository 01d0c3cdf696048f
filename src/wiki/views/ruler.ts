import type { AnyNode, NodeId } from '../corpus/node.ts';
import { parseTime } from '../text/timestamp.ts';
import { type ClaimLine, type ClaimNode, rangesOf } from './claim-line.ts';
import type { ViewContext } from './view-context.ts';

/** An episode drawn as a line: chapters as ticks, claims as marks. Positions are in thousandths of its length. */
export interface MarksView {
  /** Length in seconds; the last of duration, chapters and claims, since declared durations are often short. */
  length: number;
  chapters: { at: number }[];
  claims: { at: number; width: number }[];
}

/** The same with what there is to read on it. */
export interface RulerView extends MarksView {
  chapters: { at: number; title: string }[];
  claims: { at: number; width: number; id: NodeId; href: string; type: string; time: string; text: string }[];
}

export type EpisodeNode = Extract<AnyNode, { kind: 'episode' }>;

/** Room behind the last mark when no duration is declared, so that it does not fall off the line. */
const TAIL_SECONDS = 60;

/** Path data of the line with a tick a chapter: `down` is where the line is, `top` and `height` those of a tick. */
export function rulerLine({ chapters }: MarksView, down: number, top: number, height: number): string {
  let at = 0;
  const ticks = chapters.map((chapter, index) => {
    const step = index === 0 ? `M${chapter.at} ${top}` : `m${chapter.at - at}-${height}`;
    at = chapter.at;
    return `${step}v${height}`;
  });
  return `M0 ${down}H1000${ticks.join('')}`;
}

/** Path data of the claims as strokes along the line, `down` from the top. What overlaps is one stroke. */
export function rulerMarks({ claims }: MarksView, down: number): string {
  const strokes: { at: number; end: number }[] = [];
  for (const { at, width } of [...claims].sort((left, right) => left.at - right.at)) {
    const last = strokes.at(-1);
    if (last && at <= last.end) last.end = Math.max(last.end, at + width);
    else strokes.push({ at, end: at + width });
  }
  return strokes
    .map(({ at, end }, index) => {
      const before = strokes[index - 1];
      return `${before ? `m${at - before.end} 0` : `M${at} ${down}`}h${end - at}`;
    })
    .join('');
}

export function marksView({ data }: EpisodeNode, claims: readonly ClaimNode[]): MarksView {
  const chapters = (data.chapters ?? []).map((chapter) => parseTime(chapter.at) ?? 0);
  const declared = data.duration ? (parseTime(data.duration) ?? 0) : 0;
  const spans = claims.map((claim) => {
    const ranges = rangesOf(claim);
    const start = ranges[0]?.start ?? 0;
    const last = ranges.at(-1);
    return { start, end: last?.end ?? last?.start ?? start };
  });
  const marks = Math.max(0, ...spans.map(({ end }) => end), ...chapters);
  const length = Math.max(1, declared, declared > 0 ? marks : marks + TAIL_SECONDS);
  const scale = (seconds: number) => Math.round((seconds / length) * 1000);
  return {
    length,
    chapters: chapters.map((at) => ({ at: scale(at) })),
    claims: spans.map(({ start, end }) => ({ at: scale(start), width: Math.max(2, scale(end - start)) })),
  };
}

export function rulerView({ wiki }: ViewContext, episode: EpisodeNode, lines: readonly ClaimLine[]): RulerView {
  const { length, chapters, claims } = marksView(
    episode,
    lines.map((line) => wiki.graph.node(line.id) as ClaimNode),
  );
  return {
    length,
    chapters: (episode.data.chapters ?? []).map(({ title }, index) => ({ at: chapters[index]?.at ?? 0, title })),
    claims: lines.map(({ id, href, type, time, text }, index) => ({
      ...(claims[index] as MarksView['claims'][number]),
      ...{ id, href, type, time, text },
    })),
  };
}
