import { describe, expect, it } from 'vitest';
import {
  detectTranscript,
  parseTranscript,
  type TranscriptFormat,
  transcriptFormats,
} from '../../../../src/wiki/importers/transcripts/parse-transcript.ts';
import { formatWebVtt, parseWebVtt } from '../../../../src/wiki/importers/transcripts/web-vtt.ts';
import fc, { anyText } from '../../../support/property.ts';

const formats = Object.keys(transcriptFormats) as TranscriptFormat[];
const read = (format: TranscriptFormat, text: string) => transcriptFormats[format].parse(text);

const SAMPLES: Record<TranscriptFormat, string> = {
  vtt: 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>First words.\n\n00:02.000 --> 00:04.000\n<v Bob>Then more.\n',
  srt: '1\n00:00:00,000 --> 00:00:02,000\nAda: First words.\n\n2\n00:00:02,000 --> 00:00:04,000\nAda: Then more.\n',
  podcast: '{"segments":[{"speaker":"Ada","startTime":0,"endTime":2,"body":"First words."}]}',
  json3: '{"events":[{"tStartMs":0,"dDurationMs":2000,"segs":[{"utf8":"First words."}]}]}',
  whisper: '{"segments":[{"start":0,"end":2,"text":"First words.","speaker":"Ada"}]}',
  text: 'Ada (0:00): First words.\n\nBob (0:02): Then more.\n',
  archive: '---\ntranscript:\n- line: First words.\n  sec: 0\n  who: Ada\n---\n',
};

describe.each(formats)('%s', (format) => {
  const sample = SAMPLES[format];

  it('is read, with a byte order mark and with CRLF as without', () => {
    const plain = read(format, sample);
    expect(plain.cues[0]).toMatchObject({ start: 0, text: 'First words.' });
    expect(plain.problems).toEqual([]);
    expect(read(format, `\uFEFF${sample}`)).toEqual(plain);
    expect(read(format, sample.replaceAll('\n', '\r\n'))).toEqual(plain);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(Array.isArray(read(format, text).cues)).toBe(true);
      }),
    );
  });

  it('cut off anywhere, gives a result or says why not', () => {
    for (let length = 0; length < sample.length; length++) {
      const parsed = read(format, sample.slice(0, length));
      for (const cue of parsed.cues) expect(Number.isFinite(cue.start)).toBe(true);
    }
  });

  it('with letters changed at random, does not throw', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(8), anyText(), (at, length, put) => {
        read(format, sample.slice(0, at) + put + sample.slice(at + length));
      }),
    );
  });
});

it('an empty file and one without a cue say so', () => {
  for (const path of ['a.vtt', 'a.srt', 'a.json', 'a.json3', 'a.txt', 'a.md']) {
    expect(parseTranscript(path, '').problems.length, path).toBeGreaterThan(0);
    expect(parseTranscript(path, ' \n\n ').problems.length, path).toBeGreaterThan(0);
  }
  expect(parseTranscript('a.docx', 'PK').problems[0]?.message).toContain('no format');
});

it('formats are told apart by name and beginning', () => {
  const paths = { vtt: 'a.vtt', srt: 'a.srt', podcast: 'a.json', json3: 'a.json', whisper: 'a.json', text: 'a.txt' };
  for (const [format, path] of Object.entries(paths)) {
    expect(detectTranscript(path, SAMPLES[format as TranscriptFormat])).toBe(format);
  }
  expect(detectTranscript('captions.json3', '{}')).toBe('json3');
  expect(detectTranscript('episode.md', '')).toBe('archive');
});

it('a tag in a cue is text when it is written as text, and nothing when it is a tag', () => {
  const foreign = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<script>alert(1)</script>ok\n';
  expect(parseWebVtt(foreign).cues[0]?.text).toBe('alert(1)ok');
  const cues = [{ start: 0, end: 1, speaker: '<script>', text: '<script>alert(1)</script> & --> x' }];
  const written = formatWebVtt({ cues });
  expect(written).not.toContain('<script>');
  expect(parseWebVtt(written).cues).toEqual(cues);
});

it('styles, notes and ids of WebVTT are passed over; voices are told apart', () => {
  const text = `WEBVTT - a title

NOTE a note
over two lines

STYLE
::cue { color: red }

intro
00:00.000 --> 00:05.000 align:start position:0%
<v.loud Ada>One <i>two</i> <00:01.000>three</v> <v Bob>four &amp; five

1:00:05.000 --> 1:00:06.500
no voice
`;
  expect(parseWebVtt(text)).toEqual({
    problems: [],
    cues: [
      { start: 0, end: 5, speaker: 'Ada', text: 'One two three' },
      { start: 0, end: 5, speaker: 'Bob', text: 'four & five' },
      { start: 3605, end: 3606.5, text: 'no voice' },
    ],
  });
});

it('a word before one colon is no speaker: an unknown one stays unknown', () => {
  const srt =
    '1\n00:00:00,000 --> 00:00:02,000\nOne thing: cost.\n\n2\n00:00:02,000 --> 00:00:04,000\nAda: a\n\n3\n00:00:05,000 --> 00:00:06,000\nAda: b\n';
  expect(transcriptFormats.srt.parse(srt).cues.map((cue) => [cue.speaker, cue.text])).toEqual([
    [undefined, 'One thing: cost.'],
    ['Ada', 'a'],
    ['Ada', 'b'],
  ]);
});

it('ten megabytes are read within two seconds', { timeout: 20_000 }, () => {
  const cues = Array.from({ length: 60_000 }, (_, index) => ({
    start: index,
    end: index + 1,
    speaker: 'Ada',
    text: `${'word '.repeat(30)}${index}`,
  }));
  const texts = {
    vtt: formatWebVtt({ cues }),
    podcast: JSON.stringify({
      segments: cues.map((cue) => ({ startTime: cue.start, endTime: cue.end, speaker: cue.speaker, body: cue.text })),
    }),
  };
  for (const [format, text] of Object.entries(texts)) {
    expect(text.length).toBeGreaterThan(10_000_000);
    const start = process.cpuUsage().user;
    expect(read(format as TranscriptFormat, text).cues).toEqual(cues);
    expect((process.cpuUsage().user - start) / 1e6, format).toBeLessThan(2);
  }
  const deep = `{"segments":${'['.repeat(2_000_000)}`;
  expect(read('podcast', deep).problems).toHaveLength(1);
  expect(read('archive', `---\ntranscript: ${'['.repeat(100_000)}\n---\n`).problems).toHaveLength(1);
  read('vtt', `WEBVTT\n\n00:00.000 --> 00:02.000\n${'<v '.repeat(1_000_000)}`);
  read('text', `${'('.repeat(1_000_000)}\n${'a '.repeat(1_000_000)}(0:00`);
});

it('a fault that recurs is one problem, with how often and where first', () => {
  const words = 'A whole sentence slipped into the place where only a name belongs, and it goes on.';
  const turns = [4, 8, 12, 16, 20].flatMap((sec) => [
    `- {line: More of it., sec: ${sec}, who: "${words} ${sec}"}`,
    `- {line: Hm., sec: ${sec + 2}, who: Ada}`,
  ]);
  const { cues, problems } = read('archive', `---\ntranscript:\n${turns.join('\n')}\n---\n`);
  expect(cues).toHaveLength(10);
  expect(problems).toEqual([
    { line: 1, message: 'words stand where a name should, 5 times: at 0:04, 0:08, 0:12 and 2 more' },
  ]);
  expect(read('vtt', 'WEBVTT\n\nx --> y\nA\n\n1:99 --> 2\nB\n').problems).toEqual([
    { line: 3, message: 'a line with `-->` is not a time: its cue was left out, 2 times: at line 3, line 6' },
  ]);
  const items = '{"segments":[{"startTime":1,"body":"a"},{"body":"b"},{"startTime":"x","body":"c"}]}';
  expect(read('podcast', items).problems).toEqual([
    { line: 1, message: 'a cue without a time was left out, 2 times: at item 2, item 3' },
  ]);
});
