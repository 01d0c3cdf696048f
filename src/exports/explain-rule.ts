import type { Files, Rule } from '../wiki/rules/define-rule.ts';
import { SOUND } from '../wiki/rules/examples.ts';

/** Characters of a line of an example that are shown: some are wrong by how much there is of something. */
const LONGEST_LINE = 400;

/** A rule as Markdown: what it means, and the files that break and keep it. */
export function explainRule(rule: Rule): string {
  return `# ${rule.code} (${rule.severity})

${rule.explanation}

## Wrong

${listing(changed(rule.wrong))}
## Right

${listing(changed(rule.right))}`;
}

/** Only what sets the example apart; the sound archive around it is scenery. */
function changed(files: Files): Files {
  const apart = Object.entries(files).filter(([path, text]) => SOUND[path] !== text);
  return Object.fromEntries(apart);
}

function listing(files: Files): string {
  const entries = Object.entries(files);
  if (entries.length === 0) return 'The same without that file.\n';
  return entries
    .map(
      ([path, text]) =>
        `    # content/${path}\n${text
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line}`)
          .join('\n')}\n`,
    )
    .join('\n');
}
