import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { normaliseSource } from '../../src/wiki/text/source-text.ts';
import { decodeText } from '../../src/workspace/decode-text.ts';
import { importTranscripts } from '../../src/workspace/import-transcripts.ts';
import { findForeign, readForeign } from '../../src/workspace/read-foreign.ts';
import { textLines } from '../../src/workspace/text-lines.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcripts-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, 'in', name), text);
const all = 'vtt,srt,json,json3,txt,md';
const run = async (isDry = false) =>
  importTranscripts(join(folder, 'content'), await findForeign([join(folder, 'in')], all), isDry);

it('lines of a file are those of its text, wherever its parts end', () => {
  const chunk = 256 * 1024;
  const breaks = ['\n', '\r\n', '\r', '\n\r', '\r\r\n', ''];
  for (const shift of [-3, -2, -1, 0, 1]) {
    for (const end of breaks) {
      const text = `a\r\n\u{feff}b${'x'.repeat(chunk + shift - 7)}${end}\u{1f600}ö${end}last${end}`;
      for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
        write('a.txt', bytes);
        const lines = [...textLines(join(folder, 'in/a.txt')).lines];
        expect(lines).toEqual(normaliseSource(decodeText(bytes).text).split('\n'));
      }
    }
  }
  write('a.txt', Buffer.from([0x5a, 0x6f, 0xeb]));
  expect(textLines(join(folder, 'in/a.txt'))).toMatchObject({ head: 'Zoë', isGuess: true });
  write('a.txt', '');
  expect([...textLines(join(folder, 'in/a.txt')).lines]).toEqual(['']);
});

it('every format becomes ours, odd files are said, and a second run changes nothing', async () => {
  write('One Talk.en.vtt', 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada Lovelace>It <script>x()</script> weaves.\n');
  write(
    'two.srt',
    '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nAda: Hi.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nAda: Yes.',
  );
  write('three.json', '{"segments":[{"speaker":"Ada","startTime":0.5,"endTime":1.5,"body":"Hi."}]}');
  write(
    'four.json3',
    '{"events":[{"tStartMs":0},{"tStartMs":1200,"dDurationMs":900,"segs":[{"utf8":"Hi"},{"utf8":"."}]}]}',
  );
  write('five.json', '{"segments":[{"start":0,"end":2,"text":" Hi.","speaker":"SPEAKER_00"}]}');
  write('six.txt', 'Ada (0:05): It weaves.\nHans (1:00:00): Yes\nand more.\n');
  write('latin.srt', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nZoë\n', 'latin1'));
  write('cut.json', '{"segments":[{"startTime":1,"body":"a');
  write('cut.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n\n00:03.000 --> 0');
  write('empty.vtt', '');
  write('one-talk.txt', '0:01 Again.\n');
  write('README.md', 'About these.');
  const { changes, notices } = await run(true);
  expect(changes.map(({ path, change }) => `${change} ${path}`)).toEqual([
    'new transcripts/one-talk.vtt',
    'new transcripts/cut.vtt',
    'new transcripts/five.vtt',
    'new transcripts/four.vtt',
    'new transcripts/latin.vtt',
    'new transcripts/six.vtt',
    'new transcripts/three.vtt',
    'new transcripts/two.vtt',
  ]);
  expect(
    notices.map(({ sort, from, line, message }) => `${sort} ${from}:${line ?? ''} ${message.slice(0, 60)}`),
  ).toEqual([
    'skipped cut.json:1 cannot be read as JSON: Unterminated string in JSON at posit',
    'odd cut.vtt:6 a line with `-->` is not a time: its cue was left out',
    'skipped empty.vtt:1 the file is empty',
    'odd latin.srt: it is not UTF-8; read as Windows-1252',
    'skipped one-talk.txt: transcripts/one-talk.vtt was already made from One Talk.en.v',
  ]);
  expect(readdirSync(folder)).toEqual(['in']);
  expect((await run()).changes).toEqual(changes);
  const read = (name: string) =>
    readFileSync(join(folder, 'content/transcripts', name), 'utf8')
      .split('\n\n')
      .slice(1);
  expect(read('one-talk.vtt')).toEqual(['00:00:01.000 --> 00:00:04.000\n<v Ada Lovelace>It x() weaves.\n']);
  expect(read('two.vtt')[1]).toBe('00:00:03.000 --> 00:00:04.000\n<v Ada>Yes.\n');
  expect(read('three.vtt')).toEqual(['00:00:00.500 --> 00:00:01.500\n<v Ada>Hi.\n']);
  expect(read('four.vtt')).toEqual(['00:00:01.200 --> 00:00:02.100\nHi.\n']);
  expect(read('five.vtt')).toEqual(['00:00:00.000 --> 00:00:02.000\n<v SPEAKER_00>Hi.\n']);
  expect(read('six.vtt')).toEqual([
    'NOTE ends are not known',
    '00:00:05.000 --> 01:00:00.000\n<v Ada>It weaves.',
    '01:00:00.000 --> 01:00:02.000\n<v Hans>Yes and more.\n',
  ]);
  expect(read('latin.vtt')).toEqual(['00:00:01.000 --> 00:00:02.000\nZoë\n']);
  expect(new Set((await run()).changes.map(({ change }) => change))).toEqual(new Set(['same']));

  write('two.srt', '1\n00:00:01,000 --> 00:00:02,000\nNew.\n');
  writeFileSync(join(folder, 'content/transcripts/six.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\nBy hand.\n');
  const later = (await run()).changes.filter(({ change }) => change !== 'same');
  expect(later.map(({ path, change }) => `${change} ${path}`)).toEqual([
    'kept transcripts/six.vtt',
    'updated transcripts/two.vtt',
  ]);
  expect(read('six.vtt')[0]).toContain('By hand.');
  expect(readdirSync(join(folder, 'content/transcripts'))).toHaveLength(8);
});

it('a file too large to be read whole is left out, and says so', async () => {
  write('big.json', '{}');
  write('small.md', 'x');
  const found = (await findForeign([join(folder, 'in')], 'json,md')).map((file) =>
    file.path === 'big.json' ? { ...file, bytes: 300e6 } : file,
  );
  const message = 'it has 300 MB, and at most 200 are read of this format: cut it into several';
  expect(await readForeign(found)).toEqual({
    files: [{ path: 'small.md', text: 'x' }],
    notices: [{ sort: 'skipped', from: 'big.json', message }],
  });
  const { notices } = await importTranscripts(join(folder, 'content'), found.slice(0, 1), false);
  expect(notices).toEqual([{ sort: 'skipped', from: 'big.json', message }]);
});
