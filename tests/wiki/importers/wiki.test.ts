import { expect, it } from 'vitest';
import { parseChapters } from '../../../src/wiki/importers/chapters.ts';
import { importFeed } from '../../../src/wiki/importers/feed.ts';
import { mappingSchema } from '../../../src/wiki/importers/mapping.ts';
import { datatalks } from '../../../src/wiki/importers/mappings/datatalks.ts';
import { obsidian } from '../../../src/wiki/importers/mappings/obsidian.ts';
import { importWholeArchive } from '../../../src/wiki/importers/whole-archive.ts';
import { importWiki } from '../../../src/wiki/importers/wiki.ts';

const files = (all: Record<string, string>) => Object.entries(all).map(([path, text]) => ({ path, text }));

it('an Obsidian vault: folders, spaces, aliases, embeds, headings; nothing in code', () => {
  const { files: made, notices } = importWiki(
    files({
      'Notes/Vector Search.md':
        '---\naliases: [ANN search]\ntags: [search]\n---\n## How\n\nSee [[Keyword Search#Why|words]], ![[photo.png]] and ![[Keyword Search]].\n',
      'Notes/deep/Keyword Search.md':
        '# Keyword Search\n\n[[ann search]] [[#Own]] [[Nowhere|there]] `[[Nowhere]]`\n\n```\n[[Nowhere]]\n```\n',
      'Comparisons/Vector Search vs Keyword Search.md': '[[Notes/Vector Search#How]]\n',
      'Comparisons/X vs Y.md': 'x\n',
    }),
    mappingSchema.parse(obsidian),
  );
  const text = Object.fromEntries(made.map((file) => [file.path, file.text]));
  expect(Object.keys(text).sort()).toEqual([
    'articles/x-vs-y.md',
    'comparisons/vector-search-vs-keyword-search.md',
    'concepts/keyword-search.md',
    'concepts/vector-search.md',
  ]);
  expect(text['concepts/vector-search.md']).toContain(
    'See [[concept:keyword-search|words]],  and [[concept:keyword-search|Keyword Search]].',
  );
  expect(text['concepts/keyword-search.md']).toContain('[[concept:vector-search|ann search]] Own there `[[Nowhere]]`');
  expect(text['comparisons/vector-search-vs-keyword-search.md']).toContain(
    'options:\n  - vector-search\n  - keyword-search\n',
  );
  expect(text['comparisons/vector-search-vs-keyword-search.md']).toContain(
    '[[concept:vector-search#How|Vector Search]]',
  );
  expect(notices.map(({ sort, message }) => `${sort} ${message}`).sort()).toEqual([
    'missing Nowhere',
    'odd a comparison without a page for each option: taken as an article',
    'odd the image `photo.png` was left out',
  ]);
});

it('two notes with one name are two pages, and the second says so', () => {
  const { files: made, notices } = importWiki(
    files({
      'Sub/Deep/alpha.md': 'Third.\n',
      'Alpha.md': 'First, see [[Sub/alpha]] and [[alpha]].\n',
      'Sub/alpha.md': 'Second, see [[Alpha]].\n',
    }),
    mappingSchema.parse(obsidian),
  );
  const text = Object.fromEntries(made.map((file) => [file.path, file.text]));
  expect(Object.keys(text)).toEqual(['concepts/sub-deep-alpha.md', 'concepts/alpha.md', 'concepts/sub-alpha.md']);
  expect(text['concepts/alpha.md']).toContain('see [[concept:sub-alpha|alpha]] and [[concept:alpha]].');
  expect(text['concepts/sub-deep-alpha.md']).toBe('---\ntitle: alpha (Sub / Deep)\n---\nThird.\n');
  expect(text['concepts/sub-alpha.md']).toContain('Second, see [[concept:alpha]].');
  expect(notices).toEqual([
    { sort: 'odd', from: 'Sub/alpha.md', message: '`alpha` is the address of Alpha.md: this page became `sub-alpha`' },
    {
      sort: 'odd',
      from: 'Sub/Deep/alpha.md',
      message: '`alpha` is the address of Alpha.md: this page became `sub-deep-alpha`',
    },
  ]);
});

it('Markdown links to notes become links, from their folder or the vault’s; comments and marks of blocks are left out', () => {
  const { files: made, notices } = importWiki(
    files({
      'Sub/One.md':
        '[a](Two%20Words.md) [b](../Three.md#Part) [c](<Two Words.md> "t") [d](Three.md) [e](Gone.md) [f](https://x.org/a.md) ![i](Three.md) `[g](Three.md)` [h](file.pdf) [%](100%.md)\n',
      'Sub/Two Words.md': 'Shown. %%secret%% Kept 100 %. ^mark\n\n%%\nmore\nsecrets\n%%\n\n`%%code%%`\n',
      'Three.md': '## Part\n\nx^2 and [[Sub/One#^mark|there]].\n',
    }),
    mappingSchema.parse(obsidian),
  );
  const text = Object.fromEntries(made.map((file) => [file.path, file.text]));
  expect(text['concepts/one.md']).toContain(
    '[[concept:two-words|a]] [[concept:three#Part|b]] [[concept:two-words|c]] [[concept:three|d]] e [f](https://x.org/a.md) ![i](Three.md) `[g](Three.md)` [h](file.pdf) %\n',
  );
  expect(text['concepts/two-words.md']).toBe('---\ntitle: Two Words\n---\nShown.  Kept 100 %.\n\n\n\n`%%code%%`\n');
  expect(text['concepts/three.md']).toContain('x^2 and [[concept:one|there]].');
  expect(notices.map(({ sort, message }) => `${sort} ${message}`).sort()).toEqual([
    'missing 100%.md',
    'missing Gone.md',
  ]);
});

it('an archive with its wiki: prefixed links hold, faults are said once', () => {
  const { files: made, notices } = importWholeArchive(
    files({
      'episodes/a-talk.md':
        '---\nshort: A Talk\nguests: [ada, eve]\nids: {youtube: abcdefghijk}\ndateadded: 2024-05-01\ndate: 2025-01-01\nduration: PT00H01M00S\nquotableClips:\n- {name: Intro, startOffset: 0}\ntranscript:\n- {line: Hello there., sec: 0, who: Alexey}\n- {line: Hi., sec: 70, who: Ada}\n---\n',
      'people/ada.md': '---\nshort: ada\ntitle: Ada Lovelace\ntwitter: ada\n---\nWrote programs.\n',
      'wiki/rag.md':
        '---\nlayout: wiki\ntitle: RAG\nrelated: [Nothing]\n---\n[[podcast:a-talk|the talk|1:10]] by [[person:ada|Ada]], [[book:x]].\n',
    }),
    mappingSchema.parse(datatalks),
  );
  const text = Object.fromEntries(made.map((file) => [file.path, file.text]));
  expect(text['concepts/rag.md']).toContain('[[episode:a-talk|the talk]] (1:10) by [[guest:ada-lovelace|Ada]], x.');
  expect(text['guests/ada-lovelace.md']).toContain('speakers:\n  - Ada\n');
  expect(text['episodes/a-talk.md']).toContain('duration: "1:10"');
  expect(text['episodes/a-talk.md']).toContain('date: "2024-05-01"');
  expect(text['transcripts/a-talk.vtt']).toContain('<v Ada>Hi.');
  expect(notices.map(({ sort, message }) => `${sort} ${message}`).sort()).toEqual([
    'missing Nothing',
    'missing book:x',
    'odd `date` says 2025-01-01, `dateadded` 2024-05-01: the latter was taken',
    'odd guest `eve` is nobody in the archive',
    'odd the last words begin at 1:10, after the declared end at 1:00',
  ]);
});

it('a feed names transcripts by address; nothing is fetched', () => {
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Talks</title><link>https://x.org</link><podcast:person role="host">Hans Host</podcast:person><item><title>One</title><pubDate>Sat, 29 Jul 2023 10:00:00 GMT</pubDate><enclosure url="https://x.org/1.mp3" length="1" type="audio/mpeg"/><itunes:duration>59:31</itunes:duration><podcast:person role="guest">Ada</podcast:person><podcast:transcript url="https://x.org/1.vtt" type="text/vtt"/></item></channel></rss>`;
  const { files: made, notices } = importFeed(xml, 'feed.xml');
  expect(made.map((file) => file.path)).toEqual([
    'episodes/one.md',
    'guests/ada.md',
    'guests/hans-host.md',
    'shows/talks.md',
  ]);
  expect(made[0]?.text).toContain('date: "2023-07-29"\nduration: "59:31"');
  expect(notices.map((notice) => notice.message)).toEqual(['One: a transcript is at https://x.org/1.vtt (text/vtt)']);
  for (const text of ['', '<rss', '{"a":1}', '<rss></rss>', xml.slice(0, 300)])
    expect(importFeed(text, 'x').notices).toBeDefined();
});

it('chapters from JSON and from descriptions', () => {
  expect(
    parseChapters(
      '{"chapters":[{"startTime":65.4,"title":"B"},{"startTime":0,"title":"A"},{"startTime":70,"toc":false,"title":"picture"}]}',
    ),
  ).toEqual([
    { at: 0, title: 'A' },
    { at: 65, title: 'B' },
  ]);
  expect(parseChapters('Hi!\n0:00 Intro\n(1:05) - What it is\n- Cost 1:02:03\nhttps://x.org')).toEqual([
    { at: 0, title: 'Intro' },
    { at: 65, title: 'What it is' },
    { at: 3723, title: 'Cost' },
  ]);
  expect(parseChapters('{"chapters":')).toEqual([]);
});
