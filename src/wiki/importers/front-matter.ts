import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { normaliseSource } from '../text/source-text.ts';
import { asMap } from './transcripts/json-text.ts';

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/;

export interface FrontMatter {
  /** Every scalar is text: `0:00` stays a time and `2023` a word. */
  data: Record<string, unknown>;
  body: string;
  problem?: { line: number; message: string };
}

/**
 * Foreign Markdown → its front matter and the rest. Unlike our own files, which are read with every position, these are
 * many and long and read once: js-yaml is five times as fast. Never throws.
 */
export function readFrontMatter(text: string): FrontMatter {
  const source = normaliseSource(text);
  const match = FRONT_MATTER.exec(source);
  if (!match) {
    const cut = /^---[ \t]*\n/.test(source);
    return { data: {}, body: source, ...(cut ? { problem: { line: 1, message: 'the front matter never ends' } } : {}) };
  }
  const body = source.slice(match[0].length);
  try {
    return { data: asMap(load(match[1] as string, { schema: FAILSAFE_SCHEMA })), body };
  } catch (failure) {
    const line = failure instanceof YAMLException ? (failure.mark?.line ?? 0) + 2 : 1;
    const reason = failure instanceof YAMLException ? failure.reason : 'it is nested too deep';
    return { data: {}, body, problem: { line, message: `the front matter cannot be read: ${reason}` } };
  }
}
