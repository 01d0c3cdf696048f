import { relative, resolve } from 'node:path';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { type Diagnostic, hasErrors } from '../wiki/diagnostics/diagnostic.ts';
import { formatJson } from '../wiki/diagnostics/format-json.ts';
import { formatSummary, formatText } from '../wiki/diagnostics/format-text.ts';
import { count } from '../wiki/text/plain.ts';
import { applyFixes } from '../workspace/apply-fixes.ts';
import { compileContent } from '../workspace/compile-content.ts';
import { readContent } from '../workspace/read-content.ts';
import { keepEvidence, readEvidence } from '../workspace/read-evidence.ts';
import { terminalStyle } from '../workspace/terminal.ts';
import { contentOption, defineCommand } from './define-command.ts';
import { evidenceSummary } from './evidence-summary.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'Reads the content and says what is wrong with it.',
  options: {
    content: contentOption,
    json: { type: 'boolean', help: 'One JSON object a line on standard output' },
    strict: { type: 'boolean', help: 'Warnings count as errors' },
    transcripts: {
      type: 'string',
      value: 'DIR',
      help: 'Transcripts kept elsewhere: named like episodes, or archive Markdown',
    },
    fix: { type: 'boolean', help: 'Moves claims to the second at which the answer starts' },
    frozen: { type: 'boolean', help: 'Leaves evidence.lock.json as it is' },
    relock: { type: 'boolean', help: 'Forgets what claims rested on, and anchors them anew' },
  },
  details: `With transcripts in the content folder, or in another, every claim is held against what was said.
Exit code 0: no errors. 1: errors. 2: the command was called wrongly.
The shape of a JSON line is published in schemas/diagnostic.schema.json.`,
  async run({ options }) {
    const folder = String(options.content);
    const known = await readEvidence(
      folder,
      options.transcripts === undefined ? undefined : String(options.transcripts),
    );
    const input = options.relock ? { ...known, lock: new Map() } : known;
    let files = await readContent(folder);
    let wiki = await compileContent(folder, files, input);
    const fixed = options.fix ? await applyFixes(folder, wiki) : 0;
    if (fixed > 0) {
      files = await readContent(folder);
      wiki = await compileContent(folder, files, input);
    }
    const isLocked = await keepEvidence(folder, wiki.evidence, input, options.frozen === true);
    const prefix = pathPrefix(folder);
    if (options.json) {
      for (const diagnostic of wiki.diagnostics) console.log(formatJson(diagnostic, prefix));
    } else {
      printDiagnostics(wiki.diagnostics, files, prefix);
      console.log(
        wiki.diagnostics.length > 0
          ? formatSummary(wiki.diagnostics)
          : `No problems in ${count(wiki.graph.nodes.length, 'page')} and ${count(wiki.graph.links, 'link')}.`,
      );
    }
    const summary = evidenceSummary(wiki);
    if (summary && !options.json) console.log(summary);
    if (fixed > 0) console.error(`Moved ${count(fixed, 'claim')}.`);
    if (isLocked) console.error(`Wrote ${prefix}evidence.lock.json.`);
    const failed = options.strict ? wiki.diagnostics.length > 0 : hasErrors(wiki.diagnostics);
    return failed ? 1 : 0;
  },
});

/** Content paths as they are seen from where the command was started. */
export function pathPrefix(folder: string): string {
  const path = relative(process.cwd(), resolve(folder));
  // Far away, the whole path reads better than a way up and down.
  const shown = path.startsWith('..') ? resolve(folder) : path;
  return shown === '' ? '' : `${shown.replaceAll('\\', '/')}/`;
}

/** To standard error, so that standard output stays for results. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  prefix: string,
): void {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const style = terminalStyle(process.stderr);
  for (const diagnostic of diagnostics) {
    console.error(formatText(diagnostic, texts.get(diagnostic.file), prefix, style));
  }
}
