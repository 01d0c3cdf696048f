import fc from 'fast-check';
import { diagnosticSchema, formatJson } from '../../src/wiki/diagnostics/format-json.ts';
import { formatText } from '../../src/wiki/diagnostics/format-text.ts';
import { addressesOf } from '../../src/wiki/graph/published-addresses.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { rules } from '../../src/wiki/rules/index.ts';
import { normaliseSource, sourceText } from '../../src/wiki/text/source-text.ts';
import { nodeView } from '../../src/wiki/views/node-view.ts';
import { plainHighlight } from '../../src/wiki/views/plain-highlight.ts';
import { viewContext } from '../../src/wiki/views/view-context.ts';
import { compileWiki, type Wiki } from '../../src/wiki/wiki.ts';
import { applyChanges, changes } from './mutate.ts';
import { defineTarget, promise } from './target.ts';

/** Archives to begin from: the sound one, and the examples of every rule. */
const ARCHIVES: readonly Record<string, string>[] = [SOUND, ...rules.flatMap((rule) => [rule.wrong, rule.right])];

/** Diagnostics of one archive that are printed to see whether that goes: a long file may have tens of thousands. */
const MOST_SHOWN = 100;

/** A tag as we write them, its attributes behind its name. What is no such tag may hold no `<`. */
const TAG = /<\/?([a-z][a-z0-9-]*)((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*\/?>/gi;
/** Elements that load or run something. */
const RUNS = /^(?:script|iframe|object|embed|base|meta|link|style|form)$/i;
/** Handlers, and addresses that are code. */
const CODE = /\son[a-z]+(?:[\s=]|$)|\s(?:href|src|action|formaction|srcdoc|style)="\s*(?:javascript|data|vbscript):/i;
const INSIDE = /^(?:[^/\\.\0][^/\\\0]*\/)+$/;

export const content = defineTarget({
  name: 'content',
  share: 4,
  inputs: fc.record({
    archive: fc.nat(),
    file: fc.nat(),
    list: changes,
    second: fc.option(fc.tuple(fc.nat(), changes)),
  }),
  run({ archive, file, list, second }) {
    const files = new Map(Object.entries(ARCHIVES[archive % ARCHIVES.length] as Record<string, string>));
    for (const [which, made] of [[file, list], ...(second ? [second] : [])] as [number, typeof list][]) {
      const path = [...files.keys()][which % files.size] as string;
      files.set(path, applyChanges(files.get(path) as string, made));
    }
    holdCompiled(compileWiki([...files].map(([path, text]) => ({ path, text }))), files);
  },
});

/** Whatever was read: every diagnostic has a place in a file that is there, no page runs, no address leaves the site. */
export function holdCompiled(wiki: Wiki, files: ReadonlyMap<string, string>): void {
  const read = new Map<string, string[]>();
  const linesOf = (file: string) => {
    const lines = read.get(file) ?? sourceText(normaliseSource(files.get(file) ?? '')).text.split('\n');
    read.set(file, lines);
    return lines;
  };
  for (const [index, diagnostic] of wiki.diagnostics.entries()) {
    const text = files.get(diagnostic.file);
    promise(
      text !== undefined || diagnostic.file.endsWith('.lock.json'),
      'a diagnostic names a file that is there',
      diagnostic,
    );
    const lines = linesOf(diagnostic.file);
    const { start, end } = diagnostic.span;
    promise(
      start.line >= 1 && start.line <= lines.length + 1 && start.column >= 1,
      'a diagnostic has a place',
      diagnostic,
    );
    promise(
      end.line > start.line || (end.line === start.line && end.column >= start.column),
      'a place ends behind its start',
      diagnostic,
    );
    promise(diagnostic.message.trim() !== '', 'a diagnostic says what is wrong', diagnostic);
    if (index >= MOST_SHOWN) continue;
    formatText(diagnostic, text);
    diagnosticSchema.parse(JSON.parse(formatJson(diagnostic)));
  }
  for (const path of addressesOf(wiki.graph)) promise(INSIDE.test(path), 'an address stays inside the site', path);
  const context = viewContext(wiki, '/', plainHighlight);
  for (const node of context.wiki.graph.nodes) {
    const view = nodeView(context, node.id);
    for (const html of htmlOf(view))
      promise(runningIn(html) === undefined, 'nothing that was written runs', runningIn(html));
  }
  promise(({} as { polluted?: unknown }).polluted === undefined, 'prototypes stay as they are');
}

/** Every string of a view that is set as markup: those that hold an element of ours. */
function* htmlOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') {
    if (/^<(?:p|ul|ol|h[1-6]|div|figure|blockquote|table|span|a)\b/.test(value)) yield value;
  } else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* htmlOf(part);
}

/** The first piece of markup that would run. */
function runningIn(html: string): string | undefined {
  for (const [tag, name, attributes] of html.matchAll(TAG)) {
    if (
      RUNS.test(name as string) ||
      CODE.test((attributes as string).replace(/="[^"]*"/g, (value) => (/^="\s*[a-z]+:/i.test(value) ? value : '')))
    )
      return tag;
  }
  return /<[^>]*>?/.exec(html.replace(TAG, ''))?.[0];
}
