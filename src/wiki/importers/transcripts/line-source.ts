import { normaliseSource } from '../../text/source-text.ts';

/** A text, or its lines without their breaks, as often as they are asked for: a long file need not be in memory. */
export type LineSource = string | Iterable<string>;

/** Lines of a text, however they end; of a text that is lines already, those. */
export function linesOf(source: LineSource): Iterable<string> {
  return typeof source === 'string' ? normaliseSource(source).split('\n') : source;
}
