import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/wiki/diagnostics/diagnostic.ts';
import { findRule, rules } from '../../../src/wiki/rules/index.ts';
import { compile, print } from '../../support/check.ts';

const SRC = new URL('../../../src/', import.meta.url);
/** Files beside the rules that are none. */
const OTHERS = ['aspects.ts', 'define-rule.ts', 'evidence-findings.ts', 'examples.ts', 'index.ts', 'prose-problems.ts'];

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('finds its wrong example, and nothing else that is an error', () => {
    const { diagnostics } = compile(rule.wrong);
    const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(own, print(diagnostics, rule.wrong)).toHaveLength(1);
    expect(own[0]?.severity).toBe(rule.severity);
    expect(diagnostics.filter((other) => other.code !== code && other.severity === 'error')).toEqual([]);
  });

  it('is content with its right example', () => {
    const { diagnostics } = compile(rule.right);
    expect(diagnostics.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
    expect(hasErrors(diagnostics), print(diagnostics, rule.right)).toBe(false);
  });

  it('is explained', () => {
    expect(rule.explanation.length).toBeGreaterThan(40);
    expect(rule.explanation.trimEnd()).toMatch(/[.`]$/);
    expect(rule.wrong).not.toEqual(rule.right);
    expect(findRule(code)).toBe(rule);
  });
});

it('a rule is one file, named like its code', () => {
  const files = readdirSync(new URL('wiki/rules/', SRC)).filter((file) => !OTHERS.includes(file));
  expect(rules.map((rule) => `${rule.code}.ts`)).toEqual(files.sort());
  for (const rule of rules) {
    expect(readFileSync(new URL(`wiki/rules/${rule.code}.ts`, SRC), 'utf8')).toContain(`code: '${rule.code}'`);
  }
});

it('every code that can be said has a rule', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('browser'),
  );
  const said = files.flatMap((file) =>
    [
      ...readFileSync(new URL(file, SRC), 'utf8').matchAll(
        /\bcode: '([a-z]+-[a-z-]+)'|\b(?:say|unread)\([^']*'([a-z]+-[a-z-]+)'/g,
      ),
    ].map((match) => match[1] ?? (match[2] as string)),
  );
  expect(said.length).toBeGreaterThan(rules.length);
  expect([...new Set(said)].filter((code) => !findRule(code))).toEqual([]);
});
