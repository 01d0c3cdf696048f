import { expect, it } from 'vitest';
import { citeForms } from '../../src/exports/cite-claim.ts';

const CLAIM = {
  slug: 'talk/facts-change',
  text: 'Facts change in 50 % of cases & [models] do not.',
  guest: 'Ada Berg',
  episode: 'Talk_1',
  show: 'The Show',
  date: '2023-07-29',
  time: '41:36',
  url: 'https://archive.test/claims/talk/facts-change/',
  embed: 'https://archive.test/embed/?claim=talk/facts-change&x=1',
};
const form = (name: string, claim: Parameters<typeof citeForms>[0] = CLAIM) =>
  citeForms(claim).find((one) => one.name === name)?.text;

it('cites in words, saying whose they are', () => {
  expect(form('link')).toBe('https://archive.test/claims/talk/facts-change/');
  expect(form('quote')).toBe(
    'Facts change in 50 % of cases & [models] do not.\nAda Berg, Talk_1, The Show (2023-07-29), 41:36. https://archive.test/claims/talk/facts-change/',
  );
  expect(form('quote', { ...CLAIM, quote: 'Facts change.' })).toMatch(/^“Facts change\.”\n/);
});

it('cites in Markdown and HTML', () => {
  expect(form('markdown')).toBe(
    '> Facts change in 50 % of cases & \\[models\\] do not.\n>\n> [Ada Berg, Talk\\_1, The Show (2023-07-29), 41:36](https://archive.test/claims/talk/facts-change/)',
  );
  expect(form('embed')).toContain('src="https://archive.test/embed/?claim=talk/facts-change&amp;x=1"');
});

it('cites in BibTeX and CSL-JSON', () => {
  expect(form('bibtex')).toBe(`@misc{talk:facts-change,
  author = {Ada Berg},
  title = {Talk\\_1},
  howpublished = {The Show},
  year = {2023},
  note = {At 41:36: Facts change in 50 \\% of cases \\& [models] do not.},
  url = {https://archive.test/claims/talk/facts-change/}
}`);
  expect(JSON.parse(form('csl') ?? '')).toEqual([
    {
      id: 'talk/facts-change',
      type: 'interview',
      title: 'Talk_1',
      author: [{ literal: 'Ada Berg' }],
      'container-title': 'The Show',
      issued: { 'date-parts': [[2023, 7, 29]] },
      locator: '41:36',
      note: CLAIM.text,
      URL: CLAIM.url,
    },
  ]);
});

it('leaves out what is not known', () => {
  const bare = { ...CLAIM, show: undefined, date: undefined };
  expect(form('bibtex', bare)).not.toMatch(/year|howpublished/);
  expect(JSON.parse(form('csl', bare) ?? '')[0]).not.toHaveProperty('issued');
});
