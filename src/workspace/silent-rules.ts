import { readFile } from 'node:fs/promises';
import { looksAtEvidence, type Rule } from '../wiki/rules/define-rule.ts';
import { rules } from '../wiki/rules/index.ts';
import { digestOf, modelDigest } from './model-digest.ts';
import { replaceFile } from './replace-file.ts';

/** Rules that found nothing in the same pages, and need not look again. */
export interface SilentRules {
  /** Those that have to look at pages that `pages` stands for; `undefined` stands for none. */
  others(pages: string | undefined): readonly Rule[];
  /** Keeps which rules found nothing in them, where that is news. */
  save(pages: string | undefined, found: ReadonlySet<string>): Promise<void>;
}

/**
 * Opens what was kept at `path`: a line with a digest of the pages and of the code, and the codes of rules that found nothing there.
 * What was made by other code, of other pages, or is not whole, is as good as nothing. A rule that looks at transcripts always looks.
 */
export async function openSilentRules(path: string): Promise<SilentRules> {
  const known = await readFile(path, 'utf8').catch(() => '');
  const lineOf = (pages: string, codes: readonly string[]) => {
    const line = [modelDigest(), pages, ...codes].join(' ');
    return `${digestOf(line)} ${line}\n`;
  };
  return {
    others(pages) {
      const [, , of, ...codes] = known.trimEnd().split(' ');
      if (pages === undefined || of !== pages || known !== lineOf(pages, codes)) return rules;
      const silent = new Set(codes);
      return rules.filter(({ code }) => !silent.has(code));
    },
    async save(pages, found) {
      if (pages === undefined) return;
      const silent = rules.filter((rule) => rule.check && !looksAtEvidence(rule) && !found.has(rule.code));
      const line = lineOf(
        pages,
        silent.map(({ code }) => code),
      );
      // A disk that is full, or that may not be written, only costs time.
      if (line !== known) await replaceFile(path, line).catch(() => undefined);
    },
  };
}
