import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText, Span } from '../text/source-text.ts';

export type Path = readonly (string | number)[];

/** YAML data that knows where each of its values was written. */
export interface YamlText {
  data: unknown;
  /** Where the value at a path stands; for `key` the key in front of it. Falls back to the nearest parent that exists. */
  locate(path: Path, part?: 'key' | 'value'): Span;
  /** Where each character of a string value was written: offset in the value → offset in the file. */
  offsets(path: Path): ((offset: number) => number) | undefined;
  diagnostics: Diagnostic[];
}

/** Aliases may stand for at most so many nodes: stops "billion laughs" files. */
const MAX_ALIASES = 100;

/**
 * Reads YAML 1.2 (core schema: dates and times stay text) that begins at `offset` of a file.
 * Never throws; what cannot be read is a diagnostic.
 */
export function parseYaml(file: string, source: SourceText, offset: number, end: number): YamlText {
  const text = source.text.slice(offset, end);
  const document = parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false, version: '1.2' });
  const diagnostics: Diagnostic[] = [...document.errors, ...document.warnings].map((problem) => ({
    code: 'unreadable-yaml',
    severity: 'error',
    file,
    span: source.span(offset + problem.pos[0], offset + Math.max(problem.pos[1], problem.pos[0] + 1)),
    message: yamlMessage(problem.code, problem.message),
    hint: YAML_HINTS[problem.code],
  }));

  let data: unknown;
  if (diagnostics.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch (problem) {
      diagnostics.push({
        code: 'unreadable-yaml',
        severity: 'error',
        file,
        span: source.span(offset, offset + 1),
        message: problem instanceof Error ? problem.message : String(problem),
        hint: 'write the values out instead of using anchors and aliases',
      });
    }
  }

  function find(path: Path): { node?: Node; pair?: Pair; complete: boolean } {
    let node = document.contents as Node | null | undefined;
    let pair: Pair | undefined;
    for (const step of path) {
      if (isMap(node)) {
        const next: Pair | undefined = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(step),
        );
        if (!next) return { node, pair, complete: false };
        pair = next;
        node = next.value as Node | null;
      } else if (isSeq(node)) {
        const next = node.items[Number(step)] as Node | undefined;
        if (!next) return { node, pair, complete: false };
        node = next;
        pair = undefined;
      } else return { node: node ?? undefined, pair, complete: false };
    }
    return { node: node ?? undefined, pair, complete: true };
  }

  function locate(path: Path, part: 'key' | 'value' = 'value'): Span {
    const { node, pair } = find(path);
    const key = pair?.key as Node | undefined;
    if (key?.range && (part === 'key' || !node?.range || node.range[1] === node.range[0])) {
      return source.span(offset + key.range[0], offset + key.range[1]);
    }
    if (node?.range) {
      const [start, stop] = node.range;
      // A block's range ends with its line breaks; the last visible character is where a reader looks.
      const visible = text.slice(start, stop).trimEnd().length;
      return source.span(offset + start, offset + start + Math.max(1, visible));
    }
    return source.span(offset, offset + 1);
  }

  function offsets(path: Path): ((offset: number) => number) | undefined {
    const { node, complete } = find(path);
    if (!complete || !isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
    const map = alignScalar(text, node.range[0], node.range[1], node.value, node.type ?? 'PLAIN');
    return (at) => offset + (map[Math.min(at, map.length - 1)] as number);
  }

  return { data, locate, offsets, diagnostics };
}

/**
 * Where each character of a scalar's value stands in its source. Walks both side by side: white space in the value
 * stands for any run of white space in the source (folding, indentation), an escape for its character.
 */
function alignScalar(text: string, start: number, end: number, value: string, type: string): number[] {
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '';
  let at = start + (quote ? 1 : 0);
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') at = text.indexOf('\n', start) + 1;
  const map: number[] = [];
  for (let index = 0; index < value.length; index++) {
    const character = value[index] as string;
    if (/\s/.test(character)) {
      map.push(at);
      if (!/\s/.test(value[index + 1] ?? 'x')) while (at < end && /\s/.test(text[at] as string)) at++;
      continue;
    }
    while (at < end && /\s/.test(text[at] as string)) at++;
    map.push(at);
    if (text[at] === character) at += quote === "'" && character === "'" ? 2 : 1;
    else if (quote === '"' && text[at] === '\\') {
      const width = { x: 4, u: 6, U: 10 }[text[at + 1] as string] ?? 2;
      at += width;
    } else at++;
  }
  map.push(at);
  return map;
}

const YAML_HINTS: Record<string, string> = {
  BAD_INDENT: 'indent with spaces, two for each level',
  TAB_AS_INDENT: 'indent with spaces, not tabs',
  DUPLICATE_KEY: 'keep one of them',
  MULTILINE_IMPLICIT_KEY: 'put the value in quotes, or write `>-` and continue on indented lines',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that holds `: ` in quotes',
  MISSING_CHAR: 'close the quote or the bracket',
};

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key is written twice';
  const first = message.split('\n')[0] as string;
  return `cannot be read as YAML: ${first.charAt(0).toLowerCase()}${first.slice(1).replace(/[.:]$/, '')}`;
}
