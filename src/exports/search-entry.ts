import { innerWords } from './inner-words.ts';
import type { SearchRecord } from './search-records.ts';
import { searchText, withoutStopwords } from './search-text.ts';

/** What a result shows of a record: its words as written, and what stands beside them. */
export interface ShownRecord {
  content: string;
  meta: Record<string, string>;
}

/** What Pagefind takes of a record, and apart from it what is shown. */
export type IndexEntry =
  | { form: 'html'; path: string; content: string; shown: ShownRecord }
  | { form: 'text'; path: string; content: string; shown: ShownRecord };

/** A word in more records than this is common: the list of its places is what a query waits for. */
export const COMMON_FROM = 1000;

/** Weights of a page's words; a title is worth more than any number of mentions. */
const WEIGHTS = { names: 8, lead: 3, prose: 0.25, about: 0.5 } as const;
const PARTS = ['names', 'lead', 'about', 'prose'] as const;
type Parts = Record<(typeof PARTS)[number], string>;

/** In how many records a word is at all, and in how many it is more than a mention in the prose of a page. */
export interface WordCount {
  all: number;
  told: number;
}

/** Counts the words of a record. Call once a record. */
export function countWords(record: SearchRecord, stopwords: ReadonlySet<string>, counts: Map<string, WordCount>): void {
  const { prose, ...others } = partsOf(record, stopwords);
  const told = new Set(wordsOf(Object.values(others).join(' ')));
  for (const word of new Set([...told, ...wordsOf(prose)])) {
    const count = counts.get(word) ?? { all: 0, told: 0 };
    count.all++;
    if (record.isMoment || told.has(word)) count.told++;
    counts.set(word, count);
  }
}

/** Common words, each with its rank, the commonest first, and whether so many pages tell of it that prose need not. */
export type CommonWords = ReadonlyMap<string, { rank: number; isTold: boolean }>;

export function commonWords(counts: ReadonlyMap<string, WordCount>): CommonWords {
  const common = [...counts].filter(([, { all }]) => all > COMMON_FROM);
  const inOrder = common.sort(([a, many], [b, more]) => more.all - many.all || (a < b ? -1 : 1));
  return new Map(inOrder.map(([word, { told }], rank) => [word, { rank, isTold: told > COMMON_FROM }]));
}

export interface EntryOptions {
  language: string;
  stopwords: ReadonlySet<string>;
  common: CommonWords;
  /** Whether any record has a word. */
  isKnown(word: string): boolean;
}

/**
 * A record for Pagefind. A common word stands once in a record, in front, in the same order everywhere: lists of places that
 * are alike take a fifth of the bytes, and a word that every third record has tells little by where it stands. Where a thousand
 * pages have it in what names or sums them up, those that mention it in passing are left out.
 */
export function searchEntry(record: SearchRecord, { language, stopwords, common, isKnown }: EntryOptions): IndexEntry {
  const parts = partsOf(record, stopwords);
  const inner = innerWords(wordsOf(parts.names), isKnown);
  if (inner.length > 0) parts.prose += ` ${inner.join(' ')}`;
  const inFront: Parts = { names: '', lead: '', about: '', prose: '' };
  const seen = new Set<string>();
  for (const part of PARTS) {
    const own = new Set(wordsOf(parts[part]).filter((word) => common.has(word) && !seen.has(word)));
    for (const word of own) seen.add(word);
    const isMentioned = part === 'prose' && !record.isMoment;
    const kept = isMentioned ? [...own].filter((word) => !common.get(word)?.isTold) : [...own];
    inFront[part] = inOrder(kept, common).join(' ');
    if (seen.size > 0) parts[part] = without(parts[part], seen);
  }
  if (record.isMoment) {
    const content = [inOrder([...seen], common).join(' '), parts.lead, parts.prose].join(' ');
    return { form: 'text', path: record.path, content, shown: { content: record.lead.join(' '), meta: record.meta } };
  }
  const paragraphs = [inFront, parts].flatMap((texts) => PARTS.map((part) => paragraph(part, texts[part])));
  const meta = { title: record.title, summary: record.lead[0] ?? '' };
  return {
    form: 'html',
    path: record.path,
    content: `<html lang="${language}"><body>${paragraphs.join('')}</body></html>`,
    shown: { content: '', meta },
  };
}

/**
 * The words of a record, by weight. What a guest said counts as often as it was said; prose, and what a claim is filed under,
 * once a word: BM25 levels repetition anyway, and an index without places is a third as large.
 */
function partsOf(record: SearchRecord, stopwords: ReadonlySet<string>): Parts {
  const told = (text: string) => withoutStopwords(searchText(text), stopwords);
  const once = (text: string) => told([...new Set(wordsOf(searchText(text)))].join(' '));
  if (record.isMoment) {
    const { guest = '', episode = '' } = record.meta;
    const filed = [...record.prose, guest, episode, ...record.about].join(' ');
    return { names: '', lead: told(record.lead.join(' ')), about: '', prose: once(filed) };
  }
  return {
    // A name of small words alone is still a name.
    names: record.names.map((name) => told(name) || searchText(name)).join('; '),
    lead: told(record.lead.join('; ')),
    about: told(record.about.join('; ')),
    prose: once(record.prose.join(' ')),
  };
}

function inOrder(words: readonly string[], common: CommonWords): string[] {
  return [...words].sort((left, right) => (common.get(left)?.rank ?? 0) - (common.get(right)?.rank ?? 0));
}

function without(text: string, words: ReadonlySet<string>): string {
  return text
    .split(' ')
    .filter((word) => {
      const parts = wordsOf(word);
      return parts.length === 0 || parts.some((part) => !words.has(part));
    })
    .join(' ');
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[^\s"'“”‘’()[\]{}<>,;:!?]+/g) ?? [];
  return words.map((word) => word.replace(/^[.…]+(?=\P{L})|[.…]+$/gu, ''));
}

/** Where nothing ends it, Pagefind puts a full stop at the last word, which would make another word of it. */
function paragraph(part: keyof Parts, text: string): string {
  return text.trim() === '' ? '' : `<p data-pagefind-weight="${WEIGHTS[part]}">${escapeText(text)};</p>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
