import { describe, expect, it } from 'vitest';
import { flatten } from '../../scripts/bench/flatten.ts';
import { median } from '../../scripts/bench/measure.ts';
import { readOptions } from '../../scripts/bench/options.ts';
import { formatTable } from '../../scripts/bench/table.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import { compile } from '../support/check.ts';

describe('flatten', () => {
  const wiki = compile(generateContent({ pages: 200 }));
  const flat = flatten(wiki);

  it('makes one Markdown page of every node', () => {
    expect(Object.keys(flat)).toHaveLength(200);
    for (const text of Object.values(flat)) expect(text).toMatch(/^---\ntitle: ".+"\n---\n/);
  });

  it('leaves no link of ours, and links only to pages that are there', () => {
    for (const text of Object.values(flat)) {
      expect(text).not.toContain('[[');
      for (const [, address] of text.matchAll(/\]\(\/([^)]+)\/\)/g))
        expect(Object.keys(flat)).toContain(`${address}.md`);
    }
  });

  it('keeps every word of the prose', () => {
    for (const concept of wiki.graph.ofKind('concept')) {
      const text = flat[`concepts/${concept.slug}.md`]?.replace(/\s+/g, ' ') ?? '';
      for (const word of concept.proses[0]?.text.match(/[\p{L}\d]+/gu) ?? []) expect(text).toContain(word);
    }
  });
});

describe('readOptions', () => {
  it('builds all sizes with all tools unless told otherwise', () => {
    const options = readOptions([]);
    expect(options).toMatchObject({ command: 'build', pages: [100, 1000, 10000], runs: 3 });
    expect(options?.tools.map((tool) => tool.name)).toEqual(['onrecord', 'astro', 'starlight', 'eleventy']);
  });

  it.each([[['chekc']], [['--pages', 'many']], [['--runs', '0']], [['--only', 'jekyll']], [['--size', '1']]])(
    'refuses %j',
    (words) => {
      expect(() => readOptions(words)).toThrow(/chekc|many|0|jekyll|size/);
    },
  );
});

describe('what the bench prints', () => {
  it('puts numbers to the right and leaves empty columns out', () => {
    const table = formatTable([{ tool: 'a', ms: 5 }], {
      tool: (row) => row.tool,
      time: (row) => `${row.ms} ms`,
      never: () => undefined,
    });
    expect(table).toBe('| tool | time |\n| ---- | ---: |\n| a    | 5 ms |');
  });

  it('shows medians', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
