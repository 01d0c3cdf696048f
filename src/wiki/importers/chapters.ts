import { normaliseSource } from '../text/source-text.ts';
import { parseTime } from '../text/timestamp.ts';
import { asItems, asMap, asNumber, asText, readJson } from './transcripts/json-text.ts';

export interface Chapter {
  /** Seconds. */
  at: number;
  title: string;
}

const LINE = /^\s*(?:[-*•]\s*)?[([]?((?:\d{1,2}:)?\d{1,3}:\d{2})[)\]]?\s*(?:[-–—:|]\s*)?(.+?)\s*$/;
const LINE_LAST = /^\s*(?:[-*•]\s*)?(.+?)\s*[-–—:|]?\s*[([]?((?:\d{1,2}:)?\d{1,3}:\d{2})[)\]]?\s*$/;

/** Podcasting 2.0 JSON chapters, or a list as in a video's description: `12:05 Title`, `Title - 12:05`. Never throws. */
export function parseChapters(text: string): Chapter[] {
  const source = normaliseSource(text);
  if (/^\s*\{/.test(source)) {
    const items = asItems(asMap(readJson(source).value).chapters) ?? [];
    return inOrder(
      items.map(asMap).flatMap((item) => {
        const [at, title] = [asNumber(item.startTime), asText(item.title)?.trim()];
        // A chapter that is only a picture is no part of a table of contents.
        return Number.isFinite(at) && at >= 0 && title && String(item.toc) !== 'false'
          ? [{ at: Math.floor(at), title }]
          : [];
      }),
    );
  }
  return inOrder(
    source.split('\n').flatMap((line) => {
      const first = LINE.exec(line);
      const last = first ? undefined : LINE_LAST.exec(line);
      const at = parseTime(first?.[1] ?? last?.[2] ?? '');
      const title = (first?.[2] ?? last?.[1])?.trim();
      return at !== undefined && title ? [{ at, title }] : [];
    }),
  );
}

function inOrder(chapters: Chapter[]): Chapter[] {
  const byTime = new Map<number, Chapter>();
  for (const chapter of chapters) if (!byTime.has(chapter.at)) byTime.set(chapter.at, chapter);
  return [...byTime.values()].sort((left, right) => left.at - right.at);
}
