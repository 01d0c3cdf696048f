import fc from 'fast-check';
import { parseChapters } from '../../src/wiki/importers/chapters.ts';
import { importFeed } from '../../src/wiki/importers/feed.ts';
import type { Imported } from '../../src/wiki/importers/imported.ts';
import { mappingSchema } from '../../src/wiki/importers/mapping.ts';
import { datatalks } from '../../src/wiki/importers/mappings/datatalks.ts';
import { obsidian } from '../../src/wiki/importers/mappings/obsidian.ts';
import { transcriptFormats } from '../../src/wiki/importers/transcripts/parse-transcript.ts';
import { formatWebVtt, parseWebVtt } from '../../src/wiki/importers/transcripts/web-vtt.ts';
import { importWholeArchive } from '../../src/wiki/importers/whole-archive.ts';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { holdCompiled } from './content.ts';
import { applyChanges, changes } from './mutate.ts';
import { defineTarget, promise } from './target.ts';

const CUES: Record<keyof typeof transcriptFormats, string> = {
  vtt: 'WEBVTT\n\n1\n00:01.000 --> 00:04.500\n<v Ada>Facts belong in the index.\n\n00:05.000 --> 00:09.000\n<v Hans>Why?\n',
  srt: '1\n00:00:01,000 --> 00:00:04,500\nAda: Facts belong in the index.\n\n2\n00:00:05,000 --> 00:00:09,000\nHans: Why?\n',
  podcast: '{"version":"1.0.0","segments":[{"speaker":"Ada","startTime":1,"endTime":4.5,"body":"Facts belong."}]}',
  json3:
    '{"wireMagic":"pb3","events":[{"tStartMs":1000,"dDurationMs":3500,"segs":[{"utf8":"Facts "},{"utf8":"belong."}]}]}',
  whisper: '{"segments":[{"start":1,"end":4.5,"text":" Facts belong.","speaker":"SPEAKER_00"}]}',
  text: 'Ada (00:01): Facts belong in the index.\nHans (0:05): Why?\n',
  archive: '---\ntitle: One\ntranscript:\n- line: Facts belong.\n  sec: 1\n  time: 0:01\n  who: Ada\n---\n',
};
const FORMATS = Object.keys(CUES) as (keyof typeof CUES)[];

export const transcripts = defineTarget({
  name: 'transcripts',
  share: 3,
  inputs: fc.record({ from: fc.constantFrom(...FORMATS), as: fc.constantFrom(...FORMATS), list: changes }),
  run({ from, as, list }) {
    const text = applyChanges(CUES[from], list);
    const { cues, problems } = transcriptFormats[as].parse(text);
    for (const { line, message } of problems)
      promise(line >= 1 && message !== '', 'a problem has a line', { line, message });
    for (const cue of cues) {
      promise(Number.isFinite(cue.start) && cue.start >= 0, 'a cue has a second', cue);
      promise(cue.end === undefined || cue.end >= cue.start, 'a cue ends behind its start', cue);
      promise(!/[\n\r\0]/.test(cue.text + (cue.speaker ?? '')), 'a cue is one line', cue);
    }
    const again = parseWebVtt(formatWebVtt({ cues })).cues;
    promise(again.length === cues.length, 'no cue is lost on the way through our own format', { cues, again });
  },
});

const FEED = `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Talks</title><link>https://example.org</link><item><title>One</title><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><enclosure url="https://example.org/1.mp3" type="audio/mpeg" length="1"/><itunes:duration>1:00:00</itunes:duration><podcast:transcript url="https://example.org/1.vtt" type="text/vtt"/></item></channel></rss>`;
const CHAPTERS =
  '0:00 Introduction\n(1:30) Facts\n- 1:02:03 — The end\n{"version":"1.2.0","chapters":[{"startTime":0,"title":"Introduction"}]}';
const NOTES = [
  {
    path: 'wiki/Facts & Figures.md',
    text: '---\naliases: [Facts]\ntags: [concept]\n---\nSee [[Index|the index]], ![[chart.png]] and [[person:Ada]] #idea.\n',
  },
  { path: 'wiki/sub/Index.md', text: '# Index\n\nBack to [[Facts & Figures#Part]] `[[no]]`.\n' },
  { path: 'people/ada.md', text: '---\ntitle: Ada\n---\n' },
  { path: 'episodes/one.md', text: CUES.archive },
];

export const imports = defineTarget({
  name: 'imports',
  share: 2,
  inputs: fc.record({ which: fc.nat(5), list: changes, name: fc.option(fc.string({ unit: 'binary', maxLength: 20 })) }),
  run({ which, list, name }) {
    if (which === 0) return holdImported(importFeed(applyChanges(FEED, list), 'feed.xml'));
    if (which === 1) {
      for (const { at, title } of parseChapters(applyChanges(CHAPTERS, list))) {
        promise(Number.isFinite(at) && at >= 0 && title !== '', 'a chapter has a second and a title', { at, title });
      }
      return;
    }
    const file = which - 2;
    const notes = NOTES.map((note, index) =>
      index === file
        ? {
            path: name === null ? note.path : `${note.path.split('/')[0]}/${name}.md`,
            text: applyChanges(note.text, list),
          }
        : note,
    );
    const mapping = mappingSchema.parse(list.length % 2 === 0 ? datatalks : obsidian);
    holdImported(importWholeArchive(notes, mapping));
  },
});

function holdImported({ files, notices }: Imported): void {
  for (const { path } of files) {
    promise(
      !path.startsWith('/') &&
        !path.includes('\\') &&
        !path.split('/').some((part) => part === '..' || part === '.' || part === ''),
      'a file stays inside the content folder',
      path,
    );
  }
  for (const notice of notices)
    promise(notice.from !== undefined && notice.message !== undefined, 'a notice says of what', notice);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  holdCompiled(compileWiki([...texts].map(([path, text]) => ({ path, text }))), texts);
}
