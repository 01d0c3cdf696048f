import type { SearchRecord } from './search-records.ts';

/** What a result shows of a record, in the form of Pagefind’s fragments. */
export interface ShownRecord {
  url: string;
  word_count: 0;
  filters: Record<string, never>;
  anchors: [];
  content: string;
  meta: Record<string, string>;
}

/** Texts that a record is found by, by weight. */
export interface SearchedTexts {
  /** One or more; of what is said at a second, none. */
  names: string[];
  lead: string;
  about: string;
  /** Counts once a word. */
  prose: string;
}

/** In the order in which a record is read; of what is said at a second, only `lead` and `prose` have words. */
export const PARTS = ['names', 'lead', 'about', 'prose'] as const;

/** Weight 1 in Pagefind’s index (1.6); 240 is the most. */
const ONE = 24;
/** Weights of a page's words; a title is worth more than any number of mentions. */
export const WEIGHTS = { names: 8 * ONE, lead: 3 * ONE, about: 0.5 * ONE, prose: 0.25 * ONE } as const;
/** What is said has no parts that weigh more than others. */
export const MOMENT_WEIGHT = ONE;

export function shownOf(record: SearchRecord): ShownRecord {
  const content = record.isMoment ? record.lead.join(' ') : '';
  const meta = record.isMoment ? record.meta : { title: record.title, summary: record.lead[0] ?? '' };
  return { url: `/${record.path}`, word_count: 0, filters: {}, anchors: [], content, meta };
}

/**
 * What a guest said counts as often as it was said; prose, and what a claim is filed under, once a word: BM25 levels repetition
 * anyway, and an index without places is a third as large.
 */
export function searchedTexts(record: SearchRecord): SearchedTexts {
  if (record.isMoment) {
    const { guest = '', episode = '' } = record.meta;
    const filed = [...record.prose, guest, episode, ...record.about].join(' ');
    return { names: [], lead: record.lead.join(' '), about: '', prose: filed };
  }
  return {
    names: record.names,
    lead: record.lead.join('; '),
    about: record.about.join('; '),
    prose: record.prose.join(' '),
  };
}

/** Words without the signs around them, in small letters. */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[^\s"'“”‘’()[\]{}<>,;:!?]+/g) ?? [];
  return words.map((word) => word.replace(/^[.…]+(?=\P{L})|[.…]+$/gu, '')).filter((word) => word !== '');
}
