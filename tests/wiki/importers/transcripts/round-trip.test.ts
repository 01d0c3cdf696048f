import { describe, expect, it } from 'vitest';
import { parseArchiveMarkdown } from '../../../../src/wiki/importers/transcripts/archive-markdown.ts';
import { formatClock } from '../../../../src/wiki/importers/transcripts/clock-time.ts';
import {
  parsePodcastJson,
  parseWhisperJson,
  parseYoutubeJson3,
} from '../../../../src/wiki/importers/transcripts/json-transcripts.ts';
import { parsePlainText } from '../../../../src/wiki/importers/transcripts/plain-text.ts';
import { parseSubRip } from '../../../../src/wiki/importers/transcripts/sub-rip.ts';
import { type Cue, cleanText, type ParsedTranscript } from '../../../../src/wiki/importers/transcripts/transcript.ts';
import { formatWebVtt, parseWebVtt } from '../../../../src/wiki/importers/transcripts/web-vtt.ts';
import fc, { anyText } from '../../../support/property.ts';

const milliseconds = fc.integer({ min: 0, max: 5 * 3600 * 1000 });
const words = anyText().map(cleanText);
const spoken = words.filter((text) => text !== '');
/** Names as people have them; `anyText` would be no name in formats that write names before a colon. */
const name = fc.constantFrom('Ada Lovelace', 'Atita', 'Zoë O’Brien', 'J. R. Name', 'SPEAKER_00', 'Łukasz', '李');

/** Cues in order, to the millisecond, with ends. */
const cuesOf = (speaker: fc.Arbitrary<string | undefined>, text: fc.Arbitrary<string> = words) =>
  fc
    .array(fc.record({ at: milliseconds, length: fc.integer({ min: 0, max: 90_000 }), speaker, text }), {
      maxLength: 12,
    })
    .map((raw) =>
      raw
        .sort((left, right) => left.at - right.at)
        .map(({ at, length, speaker: who, text: said }): Cue => {
          const cue: Cue = { start: at / 1000, text: said, end: (at + length) / 1000 };
          if (who) cue.speaker = who;
          return cue;
        }),
    );
const wholeSeconds = (cues: Cue[]) => cues.map((cue) => ({ ...cue, start: Math.floor(cue.start) }));
const withoutEnds = (cues: Cue[]) => cues.map(({ end: _, ...cue }) => cue);

function keeps(written: string, parse: (text: string) => ParsedTranscript, cues: Cue[]): void {
  const read = parse(written);
  expect(read.cues).toEqual(cues);
  expect(read.problems).toEqual([]);
  // Then ours and back.
  const ours = formatWebVtt(read);
  expect(parseWebVtt(ours)).toEqual({ cues, problems: [] });
  expect(formatWebVtt(parseWebVtt(ours))).toBe(ours);
}

describe('every format → ours → WebVTT keeps every cue, speaker and second', () => {
  it('WebVTT itself, whatever is said by whoever', () => {
    fc.assert(
      fc.property(cuesOf(fc.option(spoken, { nil: undefined })), (cues) => {
        keeps(formatWebVtt({ cues }), parseWebVtt, cues);
      }),
    );
  });

  it('WebVTT without ends', () => {
    fc.assert(
      fc.property(cuesOf(fc.option(spoken, { nil: undefined })), (cues) => {
        keeps(formatWebVtt({ cues: withoutEnds(cues) }), parseWebVtt, withoutEnds(cues));
      }),
    );
  });

  it('Podcasting 2.0 JSON', () => {
    fc.assert(
      fc.property(cuesOf(fc.option(spoken, { nil: undefined })), (cues) => {
        const segments = cues.map((cue) => ({
          speaker: cue.speaker,
          startTime: cue.start,
          endTime: cue.end,
          body: cue.text,
        }));
        keeps(JSON.stringify({ version: '1.0.0', segments }), parsePodcastJson, cues);
      }),
    );
  });

  it('Whisper JSON, in seconds and in offsets', () => {
    fc.assert(
      fc.property(cuesOf(fc.option(name, { nil: undefined })), (cues) => {
        keeps(JSON.stringify({ segments: cues }), parseWhisperJson, cues);
        const transcription = cues.map((cue) => ({
          offsets: { from: Math.round(cue.start * 1000), to: Math.round((cue.end as number) * 1000) },
          text: cue.text,
          speaker: cue.speaker,
        }));
        keeps(JSON.stringify({ transcription }), parseWhisperJson, cues);
      }),
    );
  });

  it('YouTube json3', () => {
    fc.assert(
      fc.property(cuesOf(fc.constant(undefined), spoken), (cues) => {
        const events = cues.flatMap((cue) => [
          {
            tStartMs: Math.round(cue.start * 1000),
            dDurationMs: Math.round(((cue.end as number) - cue.start) * 1000),
            segs: cue.text.split(/(?<= )/).map((utf8) => ({ utf8 })),
          },
          { tStartMs: Math.round(cue.start * 1000), aAppend: 1, segs: [{ utf8: '\n' }] },
        ]);
        keeps(JSON.stringify({ wireMagic: 'pb3', events }), parseYoutubeJson3, cues);
      }),
    );
  });

  it('SubRip, with names before a colon where they recur', () => {
    const text = fc.constantFrom('We index it', 'It depends: on cost', 'A < B & "C"', 'yes');
    fc.assert(
      fc.property(cuesOf(name, text), (cues) => {
        const both = cues.flatMap((cue) => [cue, cue]);
        const written = both
          .map(
            (cue, index) =>
              `${index + 1}\n${formatClock(cue.start).replace('.', ',')} --> ${formatClock(cue.end as number).replace('.', ',')}\n${cue.speaker}: ${cue.text}\n`,
          )
          .join('\n');
        keeps(written, parseSubRip, both);
      }),
    );
  });

  it('plain text', () => {
    const text = fc.constantFrom('We index it', 'It depends: on cost', 'at (some) point', 'yes');
    fc.assert(
      fc.property(cuesOf(name, text), (cues) => {
        const whole = withoutEnds(wholeSeconds(cues));
        const time = (cue: Cue) => formatClock(cue.start).slice(0, 8);
        const written = (line: (cue: Cue) => string) => whole.map(line).join('\n');
        keeps(
          written((cue) => `${cue.speaker} (${time(cue)}): ${cue.text}\n`),
          parsePlainText,
          whole,
        );
        keeps(
          written((cue) => `[${time(cue)}] ${cue.speaker}: ${cue.text}`),
          parsePlainText,
          whole,
        );
        keeps(
          written((cue) => `${cue.speaker} (${time(cue)})\n${cue.text}\n`),
          parsePlainText,
          whole,
        );
      }),
    );
  });

  it('archive Markdown', () => {
    fc.assert(
      fc.property(cuesOf(fc.option(spoken, { nil: undefined }), spoken), (cues) => {
        const whole = withoutEnds(wholeSeconds(cues));
        const turns = whole.flatMap((cue) => [
          '- header: A heading',
          `- line: ${JSON.stringify(cue.text)}`,
          `  sec: ${cue.start}`,
          ...(cue.speaker ? [`  who: ${JSON.stringify(cue.speaker)}`] : []),
        ]);
        keeps(`---\ntitle: x\ntranscript:\n${turns.join('\n')}\n---\n`, parseArchiveMarkdown, whole);
      }),
    );
  });
});
