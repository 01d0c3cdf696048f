import { expect, it } from 'vitest';
import { soundWith } from '../../../src/wiki/rules/examples.ts';
import { compile } from '../../support/check.ts';

/** What is said of a link on the page `articles/x.md`. */
const said = (url: string, page = 'articles/x.md') =>
  compile(
    soundWith({
      [page]: `---\ntitle: X\n---\nSee [this](${url}).\n`,
      'guests/ada.md': '---\ntitle: Ada Lovelace\naliases: [The Countess]\nformerly: [people/ada]\n---\n',
    }),
  )
    .diagnostics.filter(({ file }) => file === page)
    .map(({ severity, message, hint }) => `${severity}: ${message} (${hint})`);

it.each([
  '/',
  '/concepts/rag/',
  '/concepts/rag',
  '/concepts/rag/index.html',
  '/concepts/rag/?a=b#top',
  '/concepts/',
  '/claims/one/facts/',
  '/guests/the-countess/',
  '/people/ada/',
  '../../concepts/rag/',
  '#here',
  '/search/?q=rag',
  '/compare/rag-vs-anything/',
  '/card.png',
  'https://example.org/concepts/ragg/',
  'mailto:ada@example.org',
])('%s is fine', (url) => {
  expect(said(url)).toEqual([]);
});

it.each([
  ['/concepts/ragg/', 'error: no page is at `/concepts/ragg/` (did you mean `/concepts/rag/`?)'],
  ['../../concepts/ragg', 'error: no page is at `/concepts/ragg/` (did you mean `/concepts/rag/`?)'],
  ['../rag.md', 'error: no page is at `/articles/rag.md/` (link to a page with `[[name]]`)'],
  ['/episodes/%6fnes/', 'error: no page is at `/episodes/ones/` (did you mean `/episodes/one/`?)'],
  ['/concepts/%E0%A4%A/', 'error: no page is at `/concepts/%E0%A4%A/` (link to a page with `[[name]]`)'],
  [
    '/nowhere/',
    'warning: no page of the wiki is at `/nowhere/` (link to a page with `[[name]]`, unless you added one there yourself)',
  ],
  ['/concept/rag/', 'warning: no page of the wiki is at `/concept/rag/` (did you mean `/concepts/rag/`?)'],
])('%s is not', (url, expected) => {
  expect(said(url)).toEqual([expected]);
});

it('says nothing of a page that cannot be read: it has its own message', () => {
  const files = soundWith({
    'articles/x.md': '---\ntitle: X\n---\nSee [this](/concepts/broken/).\n',
    'concepts/broken.md': '---\ntitle: Broken\nwrong: key\n---\n',
  });
  expect(compile(files).diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
});

it('shows an address with tabs and breaks on one line', () => {
  const [message] = said('<java\tscript:alert(1)>');
  expect(message).toBe('error: the address `java script:alert(1)` is not allowed (use an `https:` address)');
});
