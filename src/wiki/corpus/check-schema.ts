import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { count } from '../text/plain.ts';
import { suggest } from '../text/suggest.ts';
import type { Path, YamlText } from './parse-yaml.ts';

type Issue = z.core.$ZodIssue;

/** Validates data against a strict schema; every issue becomes one diagnostic at its key or value. */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  data: unknown,
  yaml: Pick<YamlText, 'locate'>,
  file: string,
  base: Path = [],
): { data?: z.output<S>; diagnostics: Diagnostic[] } {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const missing = new Map<string, Diagnostic>();
  /** Keys that are missing because they are misspelt: the misspelling is said. */
  const misspelt = new Set<string>();
  for (const issue of result.error.issues) {
    report(issue, base, (code, path, part, message, hint) => {
      diagnostics.push({ code, severity: 'error', file, span: yaml.locate(path, part), message, hint });
    });
  }
  const explained = new Set([...misspelt].map((place) => missing.get(place)));
  return { diagnostics: diagnostics.filter((diagnostic) => !explained.has(diagnostic)) };

  function report(
    issue: Issue,
    prefix: Path,
    say: (code: string, path: Path, part: 'key' | 'value', message: string, hint?: string) => void,
  ): void {
    const path = [...prefix, ...(issue.path as (string | number)[])];
    const name = describePath(path.slice(base.length));
    const subject = name ? `\`${name}\`` : 'this';
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, path.slice(base.length));
      for (const key of issue.keys) {
        const near = suggest(key, known);
        const where = name ? ` in \`${name}\`` : '';
        const hint = near ? `did you mean \`${near}\`?` : `keys here: ${known.join(', ')}`;
        if (near) misspelt.add(JSON.stringify([...path, near]));
        say('unknown-key', [...path, key], 'key', `there is no key \`${key}\`${where}`, hint);
      }
      return;
    }
    if (valueAt(data, path.slice(base.length)) === undefined && MISSING.has(issue.code)) {
      const wanted = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : expectedOf([issue]);
      say('missing-key', path.slice(0, -1), 'value', `${subject} is missing`, `add \`${path.at(-1)}:\` with ${wanted}`);
      missing.set(JSON.stringify(path), diagnostics.at(-1) as Diagnostic);
      return;
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const branch = nearestBranch(issue.errors);
      if (branch?.some((inner) => inner.path.length > 0 || inner.code !== 'invalid_type')) {
        for (const inner of branch) report(inner, path, say);
        return;
      }
      say('wrong-value', path, 'value', `${subject} should be ${expectedOf(issue.errors.flat())}`);
      return;
    }
    if (issue.code === 'invalid_key') {
      const [inner] = issue.issues;
      const fault = inner?.code === 'too_small' ? 'is empty' : (inner?.message ?? 'is not allowed');
      say('wrong-value', path, 'key', `a key in \`${describePath(path.slice(base.length, -1))}\` ${fault}`);
      return;
    }
    if (issue.code === 'invalid_type') {
      const given = valueAt(data, path.slice(base.length));
      const single = issue.expected === 'array' && ['string', 'number'].includes(typeof given);
      const message = `${subject} should be ${wordFor(issue.expected)}, not ${typeName(given)}`;
      say('wrong-value', path, 'value', message, single ? `write \`[${given}]\`` : undefined);
      return;
    }
    if (issue.code === 'invalid_value') {
      const given = String(valueAt(data, path.slice(base.length)));
      const options = issue.values.map(String);
      const near = suggest(given, options);
      const hint = near ? `did you mean \`${near}\`?` : undefined;
      say('wrong-value', path, 'value', `${subject} is \`${given}\`, not one of ${options.join(', ')}`, hint);
      return;
    }
    if (issue.code === 'too_small') {
      const what =
        issue.origin === 'array' ? `needs at least ${count(Number(issue.minimum), 'entry', 'entries')}` : 'is empty';
      const message = issue.origin === 'number' || issue.origin === 'int' ? `is below ${issue.minimum}` : what;
      say('wrong-value', path, 'value', `${subject} ${message}`);
      return;
    }
    const message = issue.code === 'too_big' ? `is above ${issue.maximum}` : issue.message;
    say('wrong-value', path, 'value', `${subject} ${message}`);
  }
}

/** Of several shapes a value may have, the one it was most likely meant to be: whose problems lie deepest. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const score = (branch: readonly Issue[]) =>
    Math.max(...branch.map((issue) => issue.path.length * 2 + (issue.code === 'invalid_type' ? 0 : 1)));
  return [...branches].sort((left, right) => score(right) - score(left))[0];
}

/** What zod says of a key that is not there, by the kind of its schema. */
const MISSING = new Set<string | undefined>(['invalid_type', 'invalid_value', 'invalid_union']);

function expectedOf(issues: readonly Issue[]): string {
  const words = issues.map((issue) => {
    if (issue.code === 'invalid_union') return expectedOf(issue.errors.flat());
    return issue.code === 'invalid_type' ? wordFor(issue.expected) : issue.message;
  });
  return [...new Set(words)].join(' or ');
}

const WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
  nonoptional: 'a value',
};

function wordFor(expected: string): string {
  return WORDS[expected] ?? expected;
}

function typeName(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `\`${value}\``;
  return wordFor(typeof value);
}

function describePath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index ? `.${step}` : step)).join('');
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The parts of a zod definition that a path leads through. */
interface Definition {
  type: string;
  innerType?: z.core.$ZodType;
  options?: z.core.$ZodType[];
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
}

/** The keys a schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let current = definitionOf(schema);
  for (const step of path) {
    if (current?.type === 'union') {
      current = current.options?.map(definitionOf).find((option) => option?.type === 'array');
    }
    current = definitionOf(
      typeof step === 'number' ? current?.element : (current?.shape?.[step] ?? current?.valueType),
    );
  }
  return Object.keys(current?.shape ?? {});
}

function definitionOf(schema: z.core.$ZodType | undefined): Definition | undefined {
  let current = schema?._zod.def as Definition | undefined;
  while (current?.innerType) current = current.innerType._zod.def as unknown as Definition;
  return current;
}
