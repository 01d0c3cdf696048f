import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { mergeChapters } from '../../../src/wiki/importers/merge-chapters.ts';
import fc from '../../support/property.ts';

const CHAPTERS = [
  { at: 0, title: 'Welcome' },
  { at: 754, title: 'Costs: "all" of them' },
];
const WRITTEN = `chapters:
  - at: "0:00"
    title: Welcome
  - at: "12:34"
    title: 'Costs: "all" of them'
`;
const page = (chapters: string) => `---
title:   'Spaces   kept'   # so is this
${chapters}# and this
guests: [ ada,bob ]
---

Body with   spaces.
`;
const merged = (text: string, made?: string) => mergeChapters(text, CHAPTERS, made);

it('changes no line but those of the chapters', () => {
  expect(merged(page('')).text).toBe(page('').replace('guests: [ ada,bob ]\n', `guests: [ ada,bob ]\n${WRITTEN}`));
  expect(merged(page('chapters: []\n')).text).toBe(page(WRITTEN));
  expect(merged(page('chapters:\n')).text).toBe(page(WRITTEN));
  const crlf = page('chapters: []\n').replace(/\n/g, '\r\n');
  expect(merged(crlf).text).toBe(page(WRITTEN).replace(/\n/g, '\r\n'));
});

it('updates what it made, and leaves what a curator wrote or changed', () => {
  const first = merged(page(''));
  const made = 'made' in first ? first.made : undefined;
  const again = mergeChapters(first.text as string, CHAPTERS, made);
  expect(again).toEqual({ text: first.text, isFirst: false, made });
  const later = mergeChapters(first.text as string, [{ at: 60, title: 'New' }], made);
  expect(later.text).toContain('  - at: "1:00"\n    title: New\n');
  expect(later.text).not.toContain('Welcome');
  for (const own of [
    'chapters:\n  - at: "1:00"\n    title: Mine\n',
    WRITTEN.replace('Welcome', 'Hello'),
    'chapters: words\n',
  ]) {
    expect(mergeChapters(page(own), [{ at: 60, title: 'New' }], made)).toEqual({
      problem: 'it has chapters that a curator wrote',
      isKept: true,
    });
  }
});

it.each([
  ['no front matter', 'the page has no front matter'],
  ['---\ntitle: "open\n---\n', 'its front matter cannot be read'],
  ['---\n- a\n---\n', 'its front matter is no set of keys'],
])('%j is said', (text, problem) => {
  expect(merged(text)).toEqual({ problem });
});

it('is a page with those chapters, whatever they are called and wherever the key stood', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ at: fc.nat(100_000), title: fc.string({ minLength: 1 }) }), {
        minLength: 1,
        selector: ({ at }) => at,
      }),
      fc.constantFrom(
        '{title: A}\n',
        'chapters:\ntitle: A\n',
        'title: A\nchapters: []',
        'title: A\nchapters: [] # none\n# end\n',
        'chapters: null\nx: 1\n',
        '',
      ),
      (chapters, yaml) => {
        const front = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
        const { text = '' } = mergeChapters(`---\n${front}---\nBody\n`, chapters);
        const [, inside = '', body] = text.split(/^---\n/m);
        expect(body).toBe('Body\n');
        const data = parse(inside) as { chapters: { title: string }[] };
        expect(data.chapters.map(({ title }) => title)).toEqual(chapters.map(({ title }) => title));
        expect(Object.keys(parse(front) ?? {}).every((key) => key in data)).toBe(true);
      },
    ),
  );
});
