import type { AnyNode, NodeId } from '../corpus/node.ts';
import { parseTime } from '../text/timestamp.ts';
import { type ClaimLine, type ClaimNode, rangesOf } from './claim-line.ts';
import type { ViewContext } from './view-context.ts';

/** An episode drawn as a line: chapters as ticks, claims as marks. Positions are in thousandths of its length. */
export interface RulerView {
  /** Length in seconds; the last of duration, chapters and claims, since declared durations are often short. */
  length: number;
  chapters: { at: number; title: string }[];
  claims: { at: number; width: number; id: NodeId; href: string; type: string; time: string; text: string }[];
}

export type EpisodeNode = Extract<AnyNode, { kind: 'episode' }>;

/** Room behind the last mark when no duration is declared, so that it does not fall off the line. */
const TAIL_SECONDS = 60;

/** Path data of the line with a tick a chapter: `down` is where the line is, `top` and `height` those of a tick. */
export function rulerLine({ chapters }: RulerView, down: number, top: number, height: number): string {
  let at = 0;
  const ticks = chapters.map((chapter, index) => {
    const step = index === 0 ? `M${chapter.at} ${top}` : `m${chapter.at - at}-${height}`;
    at = chapter.at;
    return `${step}v${height}`;
  });
  return `M0 ${down}H1000${ticks.join('')}`;
}

/** Path data of the claims as strokes along the line, `down` from the top. What overlaps is one stroke. */
export function rulerMarks({ claims }: RulerView, down: number): string {
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

export function rulerView(context: ViewContext, episode: EpisodeNode, lines: readonly ClaimLine[]): RulerView {
  const { data } = episode;
  const chapters = (data.chapters ?? []).map((chapter) => ({ at: parseTime(chapter.at) ?? 0, title: chapter.title }));
  const declared = data.duration ? (parseTime(data.duration) ?? 0) : 0;
  const ends = lines.map((line) => {
    const last = rangesOf(context.wiki.graph.node(line.id) as ClaimNode).at(-1);
    return last?.end ?? last?.start ?? line.seconds;
  });
  const marks = Math.max(0, ...ends, ...chapters.map((chapter) => chapter.at));
  const length = Math.max(1, declared, declared > 0 ? marks : marks + TAIL_SECONDS);
  const scale = (seconds: number) => Math.round((seconds / length) * 1000);
  return {
    length,
    chapters: chapters.map((chapter) => ({ at: scale(chapter.at), title: chapter.title })),
    claims: lines.map((line, index) => ({
      at: scale(line.seconds),
      width: Math.max(2, scale((ends[index] as number) - line.seconds)),
      id: line.id,
      href: line.href,
      type: line.type,
      time: line.time,
      text: line.text,
    })),
  };
}
