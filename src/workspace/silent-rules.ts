import { readFile } from 'node:fs/promises';
import type { Aspect } from '../wiki/rules/aspects.ts';
import type { Rule } from '../wiki/rules/define-rule.ts';
import { rules } from '../wiki/rules/index.ts';
import { digestOf, modelDigest } from './model-digest.ts';
import type { AspectDigests } from './parsed/packed-line.ts';
import { replaceFile } from './replace-file.ts';

/** Rules that found nothing in what they look at, and need not look again. */
export interface SilentRules {
  /** Those that have to look at content with these aspects. */
  others(aspects: AspectDigests): readonly Rule[];
  /** Keeps which rules found nothing in it, where that is news. */
  save(aspects: AspectDigests, found: ReadonlySet<string>): Promise<void>;
}

/**
 * Opens what was kept at `path`: a digest of the code and of all that follows, and on a line of its own the code of each rule that found nothing, with a
 * digest of what it looks at. What was made by other code, or is not whole, is as good as nothing. A rule that looks at transcripts always looks.
 */
export async function openSilentRules(path: string): Promise<SilentRules> {
  const known = await readFile(path, 'utf8').catch(() => '');
  const [, ...lines] = known.split('\n');
  const silent = new Set(known === textOf(lines) ? lines : []);
  return {
    others: (aspects) => rules.filter((rule) => !rule.reads || !silent.has(lineOf(rule, rule.reads, aspects))),
    async save(aspects, found) {
      const text = textOf(
        rules.flatMap((rule) => (rule.reads && !found.has(rule.code) ? [lineOf(rule, rule.reads, aspects)] : [])),
      );
      // A disk that is full, or that may not be written, only costs time.
      if (text !== known) await replaceFile(path, text).catch(() => undefined);
    },
  };
}

function lineOf({ code }: Rule, reads: readonly Aspect[], aspects: AspectDigests): string {
  return `${code} ${digestOf(reads.map((aspect) => aspects[aspect]).join())}`;
}

function textOf(lines: readonly string[]): string {
  const body = lines.join('\n');
  return `${digestOf(`${modelDigest()}\n${body}`)}\n${body}`;
}
