import { describe, expect, it } from 'vitest';
import { searchIndexes } from '../../src/exports/search-index.ts';
import { searchRecords } from '../../src/exports/search-records.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { decodeColumn, decodeIds, encodeIds } from '../../src/wiki/views/contracts/search-facets.ts';
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
  it('escapes what pages say before it becomes markup', () => {
    const hostile = compile({
      ...SOUND,
      'concepts/evil.md': '---\ntitle: "<img src=x> & \\"co\\""\nsummary: "</head><script>x</script>"\n---\nText.\n',
    });
    const [pages] = searchIndexes(viewContext(hostile, '/', plainHighlight));
    const entry = pages?.entries.find((one) => one.path === 'concepts/evil/');
    expect(entry?.content).toContain('&lt;img src=x&gt; &amp; &quot;co&quot;');
    expect(entry?.content).not.toMatch(/<img|<script/);
  });

  it('keeps what is shown apart from the words that are indexed', () => {
    const [, claims] = searchIndexes(context);
    for (const entry of claims?.entries ?? []) {
      expect(entry.shown.meta.time).toMatch(/\d:\d\d/);
      expect(entry.content).not.toContain('youtube');
      expect(entry.content).not.toMatch(/\b(?:the|a|is)\b/);
    }
  });

  it('has one row of facets for every record', () => {
    for (const plan of searchIndexes(context)) {
      for (const column of Object.values(plan.facets.columns)) {
        const rows = decodeColumn(column);
        expect(rows).toHaveLength(plan.entries.length);
        expect(rows.flat().every((ordinal) => column.keys[ordinal] !== undefined)).toBe(true);
      }
    }
  });
});

it('tells records apart whose ids are of different length', () => {
  const ids = ['abc1234', 'abc12345', '', 'ffff000'];
  const rows = decodeIds(encodeIds(ids));
  expect(ids.map((id) => rows.get(id))).toEqual([0, 1, 2, 3]);
  expect(decodeIds(encodeIds([])).size).toBe(0);
});
