import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText, Span } from '../text/source-text.ts';
import { alignScalar } from './align-scalar.ts';
import { deepYamlOffset, MAX_DEPTH } from './nesting.ts';
import type { PositionOf } from './prose-places.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

export type Path = readonly (string | number)[];

/** YAML data that knows where each of its values was written. */
export interface YamlText {
  data: unknown;
  /** Where the value at a path stands; for `key` the key in front of it. Falls back to the nearest parent that exists. */
  locate(path: Path, part?: 'key' | 'value'): Span;
  /** Where a string value was written: offset in the value → place in the file. */
  positions(path: Path): PositionOf | undefined;
  /** The source of the value at a path. */
  written(path: Path): string;
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
  // Places are asked for when something is wrong; most files are never read for them.
  const plain = readPlainYaml(text);
  let careful: CarefulYaml | undefined = plain ? undefined : readCarefully(text);
  const placed = () => {
    careful ??= readCarefully(text);
    return careful;
  };
  const data = plain ? plain.data : careful?.data;
  const diagnostics = (careful?.problems ?? []).map(
    ({ start, end: stop, ...problem }): Diagnostic => ({
      code: 'unreadable-yaml',
      severity: 'error',
      file,
      span: source.span(offset + start, offset + Math.max(stop, start + 1)),
      ...problem,
    }),
  );

  function find(path: Path): { node?: Node; pair?: Pair; complete: boolean } {
    const { document, pairs } = placed();
    let node = document?.contents as Node | null | undefined;
    let pair: Pair | undefined;
    for (const step of path) {
      if (isMap(node)) {
        const next: Pair | undefined = pairs.get(node)?.get(String(step));
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

  function positions(path: Path): PositionOf | undefined {
    const { node, complete } = find(path);
    if (!complete || !isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
    const [start, stop] = node.range;
    const { starts, ends } = alignScalar(text, start, stop, node.value, node.type ?? 'PLAIN');
    return (at, edge = 'start') => {
      const place = edge === 'end' || at >= starts.length ? ends[Math.min(at, ends.length) - 1] : starts[at];
      return source.position(offset + (place ?? start));
    };
  }

  const written = (path: Path) => {
    const range = find(path).node?.range;
    return range ? text.slice(range[0], range[1]) : '';
  };

  return { data, locate, positions, written, diagnostics };
}

/** YAML read with the place of every key and value. */
interface CarefulYaml {
  data: unknown;
  document?: Document.Parsed;
  pairs: Map<YAMLMap, Map<string, Pair>>;
  problems: YamlProblem[];
}

function readCarefully(text: string): CarefulYaml {
  const { document, problems } = readDocument(text);
  const pairs = new Map<YAMLMap, Map<string, Pair>>();
  const alias = document ? visitNodes(document.contents as Node | null, pairs, problems) : undefined;
  let data: unknown;
  if (problems.length === 0) {
    try {
      data = document?.toJS({ maxAliasCount: MAX_ALIASES });
    } catch {
      problems.push({
        ...(alias ?? { start: 0, end: 1 }),
        message: `aliases stand for more than ${MAX_ALIASES} values`,
        hint: 'write the values out instead of using anchors and aliases',
      });
    }
  }
  return { data, document, pairs, problems };
}

/** Something wrong in a YAML text, with offsets in it. */
interface YamlProblem {
  start: number;
  end: number;
  code?: string;
  message: string;
  hint?: string;
}

/** Most collections open at once. The library closes them one inside the other, and overflows the stack at a few thousand. */
const MAX_OPEN = 4 * MAX_DEPTH;

/** Tokens of a text, or where it is nested so deep that they cannot be read. */
function readTokens(text: string): { tokens: CST.Token[]; tooDeep?: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > MAX_OPEN) return { tokens: [], tooDeep: parser.stack[MAX_DEPTH + 1]?.offset ?? 0 };
  }
  tokens.push(...parser.end());
  return { tokens };
}

function readDocument(text: string): { document?: Document.Parsed; problems: YamlProblem[] } {
  const { tokens, tooDeep } = readTokens(text);
  const deep = tooDeep ?? deepYamlOffset(tokens);
  if (deep !== undefined) {
    const message = `keys and lists are nested more than ${MAX_DEPTH} deep`;
    return { problems: [{ start: deep, end: deep + 1, code: 'too-deep', message }] };
  }
  // Keys are compared by `visitNodes`: the library compares each with all others.
  const options = { prettyErrors: false, version: '1.2', uniqueKeys: false, logLevel: 'error' } as const;
  const [document, second] = [...new Composer(options).compose(tokens, true, text.length)] as Document.Parsed[];
  if (!document) return { problems: [] };
  const problems = firstOfEachLine(text, [...document.errors, ...document.warnings]).map((problem) => ({
    start: problem.pos[0],
    end: problem.pos[1],
    message: yamlMessage(problem.message),
    hint: YAML_HINTS[problem.code],
  }));
  if (second && problems.length === 0) {
    problems.push({
      start: second.range[0],
      end: second.range[0] + 1,
      message: 'a second YAML document begins here',
      hint: 'take out the line `---` or `...`',
    });
  }
  return { document, problems };
}

/** One slip makes a parser stumble again and again; what it says after the first time on a line is noise. */
function firstOfEachLine<P extends { pos: [number, number] }>(text: string, problems: readonly P[]): P[] {
  const sorted = [...problems].sort((left, right) => left.pos[0] - right.pos[0]);
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return !before || text.slice(before.pos[0], problem.pos[0]).includes('\n');
  });
}

/** Indexes the keys of every map, says which of them cannot be kept apart, and answers where the first alias stands. */
function visitNodes(
  root: Node | null,
  pairs: Map<YAMLMap, Map<string, Pair>>,
  problems: YamlProblem[],
): { start: number; end: number } | undefined {
  let alias: { start: number; end: number } | undefined;
  const visit = (node: unknown) => {
    if (isAlias(node)) alias ??= { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 1 };
    else if (isSeq(node)) node.items.forEach(visit);
    else if (isMap(node)) {
      const known = new Map<string, Pair>();
      pairs.set(node, known);
      for (const pair of node.items) {
        const [start = 0, end = 1] = (pair.key as Node | null)?.range ?? [];
        const key = isScalar(pair.key) && pair.key.value !== null ? String(pair.key.value) : undefined;
        if (key === undefined) problems.push({ start, end, message: 'this key is not text', hint: 'write a word' });
        else if (key === '__proto__') problems.push({ start, end, message: `\`${key}\` cannot be a key` });
        else if (known.has(key)) {
          problems.push({ start, end, message: 'this key is written twice', hint: 'keep one of them' });
        } else known.set(key, pair);
        visit(pair.value);
      }
    }
  };
  visit(root);
  return alias;
}

const YAML_HINTS: Record<string, string> = {
  BAD_INDENT: 'indent with spaces, two for each level',
  TAB_AS_INDENT: 'indent with spaces, not tabs',
  MULTILINE_IMPLICIT_KEY: 'put the value in quotes, or write `>-` and continue on indented lines',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that holds `: ` in quotes',
  MISSING_CHAR: 'close the quote or the bracket',
};

function yamlMessage(message: string): string {
  const first = message.split('\n')[0] as string;
  return `cannot be read as YAML: ${first.charAt(0).toLowerCase()}${first.slice(1).replace(/[.:]$/, '')}`;
}
