import { describe, expect, it } from 'vitest';
import {
  COMMON_FROM,
  type CommonWords,
  commonWords,
  countWords,
  searchEntry,
  type WordCount,
} from '../../src/exports/search-entry.ts';
import { searchIndexes } from '../../src/exports/search-index.ts';
import { searchRecords } from '../../src/exports/search-records.ts';
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

describe('searchIndexes', () => {
  it('has one row of facets for every record, each with values that are there', () => {
    const { plans, facets } = searchIndexes(context);
    expect([...facets.keys()]).toEqual(expect.arrayContaining(['type', 'guest', 'concept', 'claim', 'show']));
    for (const file of facets.values()) {
      const { keys, labels, rows } = decodeFacet(JSON.parse(JSON.stringify(file)));
      expect(labels).toHaveLength(keys.length);
      for (const { name, records } of plans) expect(rows[name]).toHaveLength(records.length);
      expect(
        Object.values(rows)
          .flat(2)
          .every((ordinal) => keys[ordinal as number] !== undefined),
      ).toBe(true);
    }
  });

  it('says of each record what the record says', () => {
    const { plans, facets } = searchIndexes(context);
    for (const { name, records } of plans) {
      for (const [row, record] of records.entries()) {
        for (const facet of FACETS) {
          const decoded = facets.has(facet) ? decodeFacet(facets.get(facet) as never) : undefined;
          const values = (decoded?.rows[name]?.[row] ?? []).map((ordinal) => decoded?.keys[ordinal]);
          expect(values).toEqual(record.facets[facet] ?? []);
        }
      }
    }
  });
});

describe('searchEntry', () => {
  const plain = {
    language: 'en',
    stopwords: stopwordsOf('en'),
    common: new Map() as CommonWords,
    isKnown: () => false,
  };
  const entryOf = (id: string, own = context, options = plain) => {
    const { pages, claims } = searchRecords(own);
    const record = [...pages, ...claims].find((one) => one.id === id) ?? expect.fail(`no ${id}`);
    return searchEntry(record, options);
  };

  it('escapes what pages say before it becomes markup', () => {
    const hostile = compile({
      ...SOUND,
      'concepts/evil.md': '---\ntitle: "<img src=x> R&D \\"co\\""\nsummary: "</head><script>x</script>"\n---\nText.\n',
    });
    const entry = entryOf('concept:evil', viewContext(hostile, '/', plainHighlight));
    expect(entry.content).toContain('&lt;img src=x&gt; R&amp;D &quot;co&quot;');
    expect(entry.content).not.toMatch(/<img|<script/);
  });

  it('keeps what is shown apart from the words that are indexed', () => {
    for (const record of searchRecords(context).claims) {
      const entry = searchEntry(record, plain);
      expect(entry.shown).toEqual({ content: record.title, meta: record.meta });
      expect(entry.content).not.toContain('youtube');
      expect(entry.content).not.toMatch(/\b(?:the|a|is)\b/);
    }
  });

  it('puts common words in front, once, in the same order everywhere', () => {
    const [first, second] = [
      ['We index the data, and the data is an index.', 'index data'],
      ['Data arrives with any index of it; fresh data.', 'index data'],
    ].map(([text = '', expected]) => {
      const [claim] = searchRecords(context).claims;
      if (!claim) throw new Error('there is a claim');
      const record = { ...claim, lead: [text], prose: [], about: [], meta: {} };
      return {
        entry: searchEntry(record, {
          ...plain,
          common: new Map([
            ['index', { rank: 0, isTold: false }],
            ['data', { rank: 1, isTold: false }],
          ]),
        }),
        expected,
      };
    });
    expect(first?.entry.content.trim().replace(/ +/g, ' ')).toBe('index data');
    expect(second?.entry.content.trim().replace(/ +/g, ' ')).toBe('index data arrives fresh');
    expect(second?.entry.shown.content).toContain('with any index');
  });

  it('leaves out what is only mentioned where a thousand pages tell of it', () => {
    const [page] = searchRecords(context).pages;
    if (!page) throw new Error('there is a page');
    const record = { ...page, names: ['Graph'], lead: ['Of graphs.'], about: [], prose: ['cost and speed'] };
    const contentWith = (isTold: boolean) =>
      searchEntry(record, { ...plain, common: new Map([['cost', { rank: 0, isTold }]]) }).content;
    expect(contentWith(false)).toMatch(/<p data-pagefind-weight="0.25">cost;<.*speed/);
    expect(contentWith(true)).not.toContain('cost');
    expect(contentWith(true)).toContain('speed');
  });

  it('counts a word once a record, and calls common what a thousand have', () => {
    const [page] = searchRecords(context).pages;
    if (!page) throw new Error('there is a page');
    const counts = new Map<string, WordCount>();
    for (let time = 0; time <= COMMON_FROM; time++) {
      countWords({ ...page, lead: ['zebra zebra'], prose: ['zebra lion lion'] }, plain.stopwords, counts);
    }
    expect(counts.get('zebra')).toEqual({ all: COMMON_FROM + 1, told: COMMON_FROM + 1 });
    expect(counts.get('lion')).toEqual({ all: COMMON_FROM + 1, told: 0 });
    const common = commonWords(counts);
    expect(common.get('zebra')?.isTold).toBe(true);
    expect(common.get('lion')?.isTold).toBe(false);
    expect(commonWords(new Map([['zebra', { all: COMMON_FROM, told: 0 }]])).size).toBe(0);
  });
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
