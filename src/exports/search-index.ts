import { encodeColumn, FACETS, type FacetTable } from '../wiki/views/contracts/search-facets.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import { type SearchRecord, searchRecords } from './search-records.ts';
import { searchText } from './search-text.ts';

/** What the indexing process reads, one a line: what Pagefind takes. */
export type IndexEntry =
  | { form: 'html'; url: string; content: string }
  | { form: 'text'; url: string; language: string; content: string; meta: Record<string, string> };

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
    plan('pages', pages, (record) => ({ form: 'html', url: record.path, content: pageHtml(record, language) })),
    plan('claims', claims, (record) => ({
      form: 'text',
      url: record.path,
      language,
      content: claimContent(record),
      meta: { ...record.meta, length: String(searchText(record.lead.join(' ')).length) },
    })),
  ];
}

/** Weights of a page's words; a title is worth more than any number of mentions. */
const WEIGHTS = { names: 8, lead: 3, prose: 0.25, about: 0.5 } as const;

function pageHtml(record: SearchRecord, language: string): string {
  const parts = (['names', 'lead', 'about'] as const).map(
    (part) => `<p data-pagefind-weight="${WEIGHTS[part]}">${escapeText(searchText(record[part].join('. ')))}</p>`,
  );
  const summary = record.lead[0] ?? '';
  const meta = [
    ['title', record.title],
    ['summary', summary],
  ].map(([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeText(value ?? '')}">`);
  return `<html lang="${language}"><head>${meta.join('')}</head><body>${parts.join('')}<p data-pagefind-weight="${WEIGHTS.prose}">${escapeText(wordsOf(record.prose))}</p></body></html>`;
}

/** A word counts once however long the page: BM25 levels repetition anyway, and an index without places is a third as large. */
function wordsOf(prose: readonly string[]): string {
  const words =
    searchText(prose.join(' '))
      .toLowerCase()
      .match(/[^\s"'“”‘’()[\]{}<>,;:!?]+/g) ?? [];
  return [...new Set(words.map((word) => word.replace(/^[.…]+(?=\P{L})|[.…]+$/gu, '')))].join(' ');
}

/** The claim's own words first: what a result shows ends at `length`. */
function claimContent(record: SearchRecord): string {
  const { guest = '', episode = '' } = record.meta;
  return searchText([...record.lead, ...record.prose, guest, episode, ...record.about].join(' '));
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
