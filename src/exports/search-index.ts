import { stopwordsOf } from '../wiki/text/stopwords.ts';
import { encodeColumn, FACETS, type FacetTable } from '../wiki/views/contracts/search-facets.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { type SearchRecord, searchRecords } from './search-records.ts';
import { searchText, withoutStopwords } from './search-text.ts';

/** What a result shows of a record: its words as written, and what stands beside them. */
export interface ShownRecord {
  content: string;
  meta: Record<string, string>;
}

/** What the indexing process reads, one a line: the words Pagefind takes, and apart from them what is shown. */
export type IndexEntry =
  | { form: 'html'; path: string; content: string; shown: ShownRecord }
  | { form: 'text'; path: string; language: string; content: string; shown: ShownRecord };

export interface IndexPlan {
  name: 'pages' | 'claims';
  entries: IndexEntry[];
  /** In the order of `entries`; Pagefind's ids are filled in when it has given them. */
  facets: Omit<FacetTable, 'ids' | 'idLength'>;
}

/** Both indexes: pages come first and small, claims follow from an index of their own. */
export function searchIndexes(context: ViewContext): IndexPlan[] {
  const { pages, claims } = searchRecords(context);
  const { language } = context.wiki.settings;
  const stopwords = stopwordsOf(language);
  const labels = (facet: string) => labelsOf(context, facet);
  const plan = (
    name: IndexPlan['name'],
    records: readonly SearchRecord[],
    entry: (record: SearchRecord) => IndexEntry,
  ) => ({
    name,
    entries: records.map(entry),
    facets: { columns: columnsOf(records, labels) },
  });
  return [
    plan('pages', pages, (record) => ({
      form: 'html',
      path: record.path,
      content: pageHtml(record, language, stopwords),
      shown: { content: '', meta: { title: record.title, summary: record.lead[0] ?? '' } },
    })),
    plan('claims', claims, (record) => ({
      form: 'text',
      path: record.path,
      language,
      content: claimContent(record, stopwords),
      shown: { content: record.lead.join(' '), meta: record.meta },
    })),
  ];
}

/** Weights of a page's words; a title is worth more than any number of mentions. */
const WEIGHTS = { names: 8, lead: 3, prose: 0.25, about: 0.5 } as const;

function pageHtml(record: SearchRecord, language: string, stopwords: ReadonlySet<string>): string {
  const paragraph = (part: keyof typeof WEIGHTS, text: string) =>
    `<p data-pagefind-weight="${WEIGHTS[part]}">${escapeText(text)}</p>`;
  const told = (part: 'lead' | 'about') => withoutStopwords(searchText(record[part].join('. ')), stopwords);
  const body = [
    paragraph('names', searchText(record.names.join('. '))),
    paragraph('lead', told('lead')),
    paragraph('about', told('about')),
    paragraph('prose', withoutStopwords(wordsOf(record.prose), stopwords)),
  ];
  return `<html lang="${language}"><body>${body.join('')}</body></html>`;
}

/** A word counts once however long the page: BM25 levels repetition anyway, and an index without places is a third as large. */
function wordsOf(prose: readonly string[]): string {
  const words =
    searchText(prose.join(' '))
      .toLowerCase()
      .match(/[^\s"'“”‘’()[\]{}<>,;:!?]+/g) ?? [];
  return [...new Set(words.map((word) => word.replace(/^[.…]+(?=\P{L})|[.…]+$/gu, '')))].join(' ');
}

/** What the guest said counts as often as it is said; what it is filed under counts once. */
function claimContent(record: SearchRecord, stopwords: ReadonlySet<string>): string {
  const { guest = '', episode = '' } = record.meta;
  const filed = wordsOf([...record.prose, guest, episode, ...record.about]);
  return withoutStopwords(`${searchText(record.lead.join(' '))} ${filed}`, stopwords);
}

function columnsOf(
  records: readonly SearchRecord[],
  labelsOf: (facet: string) => ((key: string) => string) | undefined,
) {
  const columns: FacetTable['columns'] = {};
  for (const facet of [...FACETS, 'day'] as const) {
    const column = encodeColumn(
      records.map((record) => record.facets[facet] ?? []),
      labelsOf(facet),
    );
    if (column) columns[facet] = column;
  }
  return columns;
}

/** Titles of the pages that a facet's slugs name. */
function labelsOf(context: ViewContext, facet: string): ((key: string) => string) | undefined {
  const kind = facet === 'option' ? 'concept' : facet;
  if (kind !== 'guest' && kind !== 'concept' && kind !== 'criterion' && kind !== 'show') return undefined;
  return (key) => context.wiki.graph.find(`${kind}:${key}`)?.title ?? key;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
