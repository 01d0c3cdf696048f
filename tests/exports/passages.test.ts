import { describe, expect, it } from 'vitest';
import {
  MAX_PASSAGE_WORDS,
  type PublishedEpisode,
  passageRecords,
  publishedEpisodes,
} from '../../src/exports/passages.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compile } from '../support/check.ts';
import { twoTranscripts } from '../support/two-transcripts.ts';

const contextOf = (files: Record<string, string>) => viewContext(compile(files), '/', plainHighlight);

describe('publishedEpisodes', () => {
  it('are those of shows that say so, and nobody else’s', () => {
    const episodes = publishedEpisodes(contextOf(twoTranscripts()));
    expect(episodes.map(({ slug }) => slug)).toEqual(['one']);
    expect(episodes[0]?.speakers).toEqual({
      'ada lovelace': { slug: 'ada', title: 'Ada Lovelace' },
      hans: { slug: 'hans', title: 'Hans Host' },
      'hans host': { slug: 'hans', title: 'Hans Host' },
    });
    expect(
      publishedEpisodes(
        contextOf({ ...twoTranscripts(), 'shows/talks.md': '---\ntitle: Talks\ntranscripts: private\n---\n' }),
      ),
    ).toEqual([]);
  });
});

describe('passageRecords', () => {
  const episode: PublishedEpisode = {
    id: 'episode:one',
    slug: 'one',
    title: 'Episode one',
    path: 'episodes/one/',
    duration: 600,
    media: [{ youtube: 'abcdefghijk' }],
    date: '2024-05-01',
    show: { slug: 'talks', title: 'Talks' },
    speakers: { ada: { slug: 'ada', title: 'Ada Lovelace' } },
  };
  const brief = (cues: Parameters<typeof passageRecords>[1]) =>
    passageRecords(episode, cues).map(({ path, lead, meta }) => `${path} ${meta.guest}: ${lead[0]}`);

  it('are turns: cues of one speaker together, from the second of the first', () => {
    expect(
      brief([
        { start: 3.2, speaker: 'Ada', text: 'One thing,' },
        { start: 5, speaker: 'Ada', text: 'and another.' },
        { start: 9, speaker: 'Bob', text: 'Really?' },
        { start: 11, text: 'Somebody speaks.' },
        { start: 12, speaker: 'Ada', text: 'Yes.' },
      ]),
    ).toEqual([
      'episodes/one/?t=3 Ada Lovelace: One thing, and another.',
      'episodes/one/?t=9 Bob: Really?',
      'episodes/one/?t=11 : Somebody speaks.',
      'episodes/one/?t=12 Ada Lovelace: Yes.',
    ]);
  });

  it('are cut at the ends of sentences, each at its own second', () => {
    const sentence = (word: string) => `${word} ${`${word} `.repeat(48)}${word}.`;
    const records = passageRecords(episode, [
      { start: 0, end: 100, speaker: 'Ada', text: ['Aa', 'Bb', 'Cc', 'Dd'].map(sentence).join(' ') },
    ]);
    expect(records.map(({ lead }) => [...new Set(lead[0]?.match(/[A-D][a-d]/g))])).toEqual([
      ['Aa', 'Bb'],
      ['Cc', 'Dd'],
    ]);
    expect(records.map(({ path }) => path)).toEqual(['episodes/one/?t=0', 'episodes/one/?t=50']);
    expect(records[1]?.meta.listen).toBe('https://www.youtube.com/watch?v=abcdefghijk&t=50s');
    const endless = passageRecords(episode, [{ start: 0, speaker: 'Ada', text: 'word '.repeat(500) }]);
    expect(endless.map(({ lead }) => lead[0]?.split(' ').length)).toEqual([120, 120, 120, 120, 20]);
    expect(Math.max(...endless.map(({ lead }) => lead[0]?.split(' ').length ?? 0))).toBe(MAX_PASSAGE_WORDS);
  });

  it('have addresses of their own even within one second, and facets', () => {
    const records = passageRecords(episode, [
      { start: 1, speaker: 'Ada', text: 'A.' },
      { start: 1, speaker: 'Bob', text: 'B.' },
    ]);
    expect(new Set(records.map(({ path }) => path)).size).toBe(2);
    expect(records.map(({ facets }) => facets)).toEqual([
      { type: ['moment'], guest: ['ada'], year: ['2024'], show: ['talks'], day: ['2024-05-01'] },
      { type: ['moment'], guest: [], year: ['2024'], show: ['talks'], day: ['2024-05-01'] },
    ]);
    expect(passageRecords({ ...episode, media: [] }, [{ start: 1, text: 'A.' }])[0]?.meta.listen).toBeUndefined();
    expect(passageRecords(episode, [])).toEqual([]);
  });
});
