import { expect, it } from 'vitest';
import { importReport } from '../../src/cli/import-report.ts';

it('says each thing once: what is wanted most first, spellings of one page together', () => {
  const missing = (from: string, message: string) => ({ sort: 'missing', from, message }) as const;
  const lines = importReport(
    3,
    [
      missing('a.md', 'Vector Search'),
      missing('a.md', 'vector-search'),
      missing('b.md', 'Vector Search'),
      missing('b.md', 'zeta'),
      missing('b.md', 'Alpha'),
      { sort: 'odd', from: 'a.md', message: 'a chapter was left out' },
      { sort: 'odd', from: 'a.md', message: 'a chapter was left out' },
      { sort: 'skipped', from: 'c.md', line: 4, message: 'no cue was found in it' },
    ],
    [
      { path: 'concepts/a.md', change: 'new' },
      { path: 'concepts/b.md', change: 'kept' },
    ],
    true,
  );
  expect(lines.join('\n')).toBe(`odd      a.md: a chapter was left out (2 times)
skipped  c.md:4: no cue was found in it
missing  Vector Search: wanted by 2 pages; its words were kept
missing  Alpha: wanted by 1 page; its words were kept
missing  zeta: wanted by 1 page; its words were kept
new      concepts/a.md
kept     concepts/b.md
3 files read: 1 new, 0 updated, 0 as before, 1 kept as a curator left them; 1 skipped, 1 odd, 3 pages linked but not there. Nothing was written.`);
});
