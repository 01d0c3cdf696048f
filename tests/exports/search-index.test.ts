import { describe, expect, it } from 'vitest';
import {
  arrangeWith,
  COMMON_FROM,
  type CommonWords,
  commonWords,
  countWords,
} from '../../src/exports/arrange-tokens.ts';
import { tokenReader } from '../../src/exports/read-tokens.ts';
import { type SearchedTexts, searchedTexts, shownOf } from '../../src/exports/search-entry.ts';
import { facetFiles } from '../../src/exports/search-index.ts';
import { searchRecords } from '../../src/exports/search-records.ts';
import { TokenRows, TokenTable } from '../../src/exports/token-table.ts';
import type { NodeId } from '../../src/wiki/corpus/node.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { stopwordsOf } from '../../src/wiki/text/stopwords.ts';
import { decodeFacet, encodeFacet, FACETS, recordId, rowOf } from '../../src/wiki/views/contracts/search-facets.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compile } from '../support/check.ts';

const context = viewContext(compile(SOUND), '/', plainHighlight);

describe('searchRecords', () => {
  const { pages, claims } = searchRecords(context);

  it('has a record for every page and every claim', () => {
    const ids = [...pages, ...claims].map((record) => record.id).sort();
    expect(ids).toEqual(context.wiki.graph.nodes.map((node) => node.id).sort());
    expect(claims.every((record) => record.path.startsWith('claims/'))).toBe(true);
  });

  it('gives a claim its words, its guest, its episode and its second', () => {
    for (const record of claims) {
      const claim = context.wiki.graph.node(record.id);
      if (claim.kind !== 'claim') throw new Error('not a claim');
      expect(record.lead).toEqual([claim.data.text]);
      expect(record.meta.time).toMatch(/^\d+:\d\d$/);
      expect(record.meta.guest).toBe(
        context.wiki.graph.node(context.wiki.graph.out(claim.id, 'by')[0]?.target ?? 'guest:x').title,
      );
      expect(record.facets.concept?.length).toBeGreaterThan(0);
      expect(record.facets.claim).toEqual([claim.data.type]);
    }
  });
});

describe('facetFiles', () => {
  const records = searchRecords(context);
  const facets = facetFiles({ ...records }, (id) => context.wiki.graph.find(id as NodeId)?.title);

  it('has one row of facets for every record, each with values that are there', () => {
    expect([...facets.keys()]).toEqual(expect.arrayContaining(['type', 'guest', 'concept', 'claim', 'show']));
    for (const file of facets.values()) {
      const { keys, labels, rows } = decodeFacet(JSON.parse(JSON.stringify(file)));
      expect(labels).toHaveLength(keys.length);
      for (const name of ['pages', 'claims'] as const) expect(rows[name]).toHaveLength(records[name].length);
      expect(
        Object.values(rows)
          .flat(2)
          .every((ordinal) => keys[ordinal as number] !== undefined),
      ).toBe(true);
    }
  });

  it('says of each record what the record says, and calls pages by their titles', () => {
    for (const name of ['pages', 'claims'] as const) {
      for (const [row, record] of records[name].entries()) {
        for (const facet of FACETS) {
          const decoded = facets.has(facet) ? decodeFacet(facets.get(facet) as never) : undefined;
          const values = (decoded?.rows[name]?.[row] ?? []).map((ordinal) => decoded?.keys[ordinal]);
          expect(values).toEqual(record.facets[facet] ?? []);
        }
      }
    }
    const { keys, labels } = decodeFacet(facets.get('guest') as never);
    expect(labels).toEqual(keys.map((key) => context.wiki.graph.node(`guest:${key}`).title));
  });
});

/** Records as they are indexed: texts with gaps, weights in between where they change. */
function arranged(
  texts: readonly Partial<SearchedTexts>[],
  isMoment: boolean,
  common: Record<string, { rank: number; isTold: boolean }> = {},
): string[] {
  const table = new TokenTable();
  const rows = new TokenRows();
  const read = tokenReader(table, stopwordsOf('en'));
  for (const own of texts) rows.add(read({ names: [], lead: '', about: '', prose: '', ...own }));
  const words: CommonWords = new Map(Object.entries(common).map(([word, own]) => [table.numberOf(word), own]));
  const known = new Set(texts.flatMap(({ names = [], prose = '' }) => [...names, prose].join(' ').split(' ')));
  const { starts, tokens, weights } = arrangeWith(rows, table, isMoment, words, (word) =>
    known.has(table.textOf(word)),
  );
  return texts.map((_, row) => {
    const said: (string | number)[] = [];
    let weight = 0;
    for (let at = starts.at(row); at < starts.at(row + 1); at++) {
      if (weights.at(at) !== weight) said.push(weights.at(at));
      weight = weights.at(at);
      said.push(table.textOf(tokens.at(at)));
    }
    return said.join(' ');
  });
}

describe('what a record is found by', () => {
  it('is weighed by part, and prose counts once a word', () => {
    const texts = { names: ['A library of books', 'The Library.'], lead: 'Where books are.', about: 'Paper' };
    expect(arranged([{ ...texts, prose: 'Books, and books (and more) books: R&D, .NET!' }], false)).toEqual([
      '192 library books; Library; 72 books; 12 Paper; 6 books r&d .net;',
    ]);
  });

  it('keeps a name of small words, and what is written in capitals', () => {
    expect(arranged([{ names: ['The Who', 'IT'] }], false)).toEqual(['192 The Who; IT;']);
  });

  it('has the words that are known inside the longer ones of its names', () => {
    expect(arranged([{ names: ['Vektordatenbanken'] }], false)).toEqual(['192 Vektordatenbanken;']);
    expect(arranged([{ names: ['Vektordatenbanken'] }, { names: ['datenbank'] }], false)[0]).toBe(
      '192 Vektordatenbanken; 6 datenbank;',
    );
  });

  it('is apart from what is shown of it', () => {
    for (const record of searchRecords(context).claims) {
      expect(shownOf(record)).toMatchObject({ url: `/${record.path}`, content: record.title, meta: record.meta });
      expect(JSON.stringify(searchedTexts(record))).not.toContain('youtube');
    }
    for (const record of searchRecords(context).pages) {
      expect(shownOf(record)).toMatchObject({ content: '', meta: { title: record.title } });
    }
  });

  it('begins with common words, once, in the same order everywhere', () => {
    const common = { index: { rank: 0, isTold: false }, data: { rank: 1, isTold: false } };
    const texts = ['We index the data, and the data is an index.', 'Data arrives with any index of it; fresh data.'];
    expect(
      arranged(
        texts.map((lead) => ({ lead })),
        true,
        common,
      ),
    ).toEqual(['24 index data', '24 index data arrives fresh']);
  });

  it('leaves out what is only mentioned where a thousand pages tell of it', () => {
    const texts = { names: ['Graph'], lead: 'Of graphs.', prose: 'cost and speed' };
    const saidWith = (isTold: boolean) => arranged([texts], false, { cost: { rank: 0, isTold } });
    expect(saidWith(false)).toEqual(['6 cost; 192 Graph; 72 graphs; 6 speed;']);
    expect(saidWith(true)).toEqual(['192 Graph; 72 graphs; 6 speed;']);
  });
});

it('counts a word once a record, and calls common what a thousand have', () => {
  const table = new TokenTable();
  const rows = new TokenRows();
  const read = tokenReader(table, new Set());
  const countsOf = (records: number) => {
    for (; records > 0; records--) {
      rows.add(read({ names: [], lead: 'zebra Zebra', about: '', prose: 'zebra lion lion' }));
    }
    return countWords(rows, table, false);
  };
  const [zebra, lion] = ['zebra', 'lion'].map((word) => table.numberOf(word)) as [number, number];
  expect(commonWords(countsOf(COMMON_FROM), table).size).toBe(0);
  const counts = countsOf(1);
  expect([counts.all[zebra], counts.told[zebra]]).toEqual([COMMON_FROM + 1, COMMON_FROM + 1]);
  expect([counts.all[lion], counts.told[lion] ?? 0]).toEqual([COMMON_FROM + 1, 0]);
  const common = commonWords(counts, table);
  expect(common.get(zebra)?.isTold).toBe(true);
  expect(common.get(lion)?.isTold).toBe(false);
});

describe('a column of facets', () => {
  it('says a key only where the slug of its label is another', () => {
    const labels: Record<string, string> = { rag: 'Retrieval', 'c-sharp': 'C#', c: 'C', 'zoe-nunez': 'Zoë \t Núñez' };
    const file = encodeFacet(
      { pages: [['rag', 'c'], [], ['c-sharp']], claims: [['zoe-nunez']] },
      (key) => labels[key] ?? key,
    );
    expect(file?.values).toEqual(['C', 'C#', 'Retrieval\trag', 'Zoë Núñez']);
    expect(decodeFacet(file ?? expect.fail('a file'))).toEqual({
      keys: ['c', 'c-sharp', 'rag', 'zoe-nunez'],
      labels: ['C', 'C#', 'Retrieval', 'Zoë Núñez'],
      rows: { pages: [[2, 0], [], [1]], claims: [[3]] },
    });
    expect(encodeFacet({ pages: [[], []] })).toBeUndefined();
  });

  it('numbers records as the index does', () => {
    for (const row of [0, 35, 36, 24_982]) expect(rowOf(recordId(row))).toBe(row);
  });
});
