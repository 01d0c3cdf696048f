import { CLOCK, parseClock } from './clock-time.ts';
import { type LineSource, linesOf } from './line-source.ts';
import { type ParsedTranscript, transcriptBuilder } from './transcript.ts';

/** `Ada Lovelace (12:05): It weaves …`; the text may begin on the next line. */
const NAME_TIME = new RegExp(String.raw`^([^\s(\[][^(\[:]{0,60}?)\s*[([](${CLOCK})[)\]]\s*:?\s*(.*)$`);
/** `[12:05] Ada Lovelace: It weaves …`, `12:05 It weaves …` */
const TIME_NAME = new RegExp(String.raw`^[([]?(${CLOCK})[)\]]?\s+(?:-\s+)?(?:([^\s:][^:]{0,60}):\s+)?(.*)$`);

/** A transcript as people write it down. Lines without a time belong to the turn before. */
export function parsePlainText(source: LineSource, transcript = transcriptBuilder()): ParsedTranscript {
  let turn: { start: number; speaker?: string; text: string; line: number } | undefined;
  const push = () => {
    if (turn) transcript.add(turn, turn.line);
  };
  let number = 0;
  for (const line of linesOf(source)) {
    number++;
    const named = NAME_TIME.exec(line);
    const timed = named ? undefined : TIME_NAME.exec(line);
    const start = parseClock(named?.[2] ?? timed?.[1] ?? '');
    if (Number.isFinite(start)) {
      push();
      const [speaker, said] = named ? [named[1], named[3]] : [timed?.[2], timed?.[3]];
      turn = { start, speaker, text: said ?? '', line: number };
    } else if (line.trim() !== '') {
      if (turn) turn.text += ` ${line}`;
      else transcript.problem('text before the first time was left out', number);
    }
  }
  push();
  return transcript.done();
}
