import { Document, isMap, isScalar, parseDocument, type YAMLSeq } from 'yaml';
import { FRONT_MATTER } from '../corpus/parse-file.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { formatTime } from '../text/timestamp.ts';
import type { Chapter } from './chapters.ts';

export type MergedChapters =
  /** The page with the chapters in it, whether it had none, and the fingerprint of what is there now. */
  | { text: string; isFirst: boolean; made: string }
  /** Why they are not put in; `isKept` where a curator's own are there. */
  | { text?: undefined; problem: string; isKept?: true };

/**
 * Puts chapters into an episode’s page; comments, other keys and the body stay as they were. A page that has chapters keeps
 * them, unless they are to the last word those a former run put there: `made` is the fingerprint of those.
 */
export function mergeChapters(page: string, chapters: readonly Chapter[], made?: string): MergedChapters {
  const isCrlf = page.includes('\r\n');
  const text = page.replace(/\r\n/g, '\n');
  const match = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ''));
  if (!match) return { problem: 'the page has no front matter' };
  const yaml = match[1] as string;
  const start = text.indexOf('\n') + 1;
  const keys = parseDocument(yaml);
  if (keys.errors.length > 0) return { problem: 'its front matter cannot be read' };
  if (keys.contents !== null && !isMap(keys.contents)) return { problem: 'its front matter is no set of keys' };
  const list = chapters.map(({ at, title }) => ({ at: formatTime(at), title }));
  const own = digestOf(list);
  const present = keys.toJS()?.chapters as unknown;
  const isFirst = present === undefined || present === null || (Array.isArray(present) && present.length === 0);
  if (digestOf(present) === own) return { text: page, isFirst, made: own };
  if (!isFirst && digestOf(present) !== made) return { problem: 'it has chapters that a curator wrote', isKept: true };
  keys.set('chapters', keys.createNode(list));
  const sequence = keys.get('chapters') as YAMLSeq;
  for (const item of sequence.items) {
    const at = isMap(item) ? item.get('at', true) : undefined;
    // Some readers of YAML take `12:30` for a number.
    if (isScalar(at)) at.type = 'QUOTE_DOUBLE';
  }
  const mended = `${text.slice(0, start)}${linesOf(keys, yaml)}${text.slice(start + yaml.length)}`;
  return { text: isCrlf ? mended.replace(/\n/g, '\r\n') : mended, isFirst, made: own };
}

/** Only the lines of the chapters change: the rest is cut from the front matter as it was written. */
function linesOf(keys: Document.Parsed, before: string): string {
  const chapters = new Document({ chapters: keys.get('chapters') }).toString({ lineWidth: 0 });
  const old = parseDocument(before, { keepSourceTokens: true }).contents;
  const pair = isMap(old) ? old.items.find(({ key }) => isScalar(key) && key.value === 'chapters') : undefined;
  const key = pair?.key as { range?: [number, number, number] } | undefined;
  const value = pair?.value as { range?: [number, number, number] } | null | undefined;
  if (!key?.range || (isMap(old) && old.flow))
    return pair || (isMap(old) && old.flow) ? String(keys) : before + chapters;
  const from = key.range[0];
  const to = value?.range?.[1] ?? key.range[1];
  const end = before[to - 1] === '\n' ? to : before.indexOf('\n', to) + 1 || before.length;
  return before.slice(0, from) + chapters + before.slice(end);
}

/** Chapters in one form, to tell whether two lists are the same: times, titles, and whatever else somebody wrote there. */
function digestOf(chapters: unknown): string {
  const list = Array.isArray(chapters) ? chapters : [];
  return fingerprint(
    JSON.stringify(list.map((one) => Object.entries(one ?? {}).map(([key, value]) => [key, String(value)]))),
  );
}
