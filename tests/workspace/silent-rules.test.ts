import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { rules } from '../../src/wiki/rules/index.ts';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { compileContent } from '../../src/workspace/compile-content.ts';
import { parseCachePath } from '../../src/workspace/parse-cache.ts';
import { openSilentRules } from '../../src/workspace/silent-rules.ts';
import fc from '../support/property.ts';
import { randomWiki } from '../support/random-wiki.ts';

const used: string[] = [];
/** A content folder that is nowhere: only what is kept of it is. */
function somewhere(): string {
  const content = `/nowhere/silent-rules-${process.pid}-${used.length}`;
  used.push(content);
  return content;
}
afterAll(async () => {
  for (const content of used) {
    for (const end of ['', '.more', '.rules']) await rm(parseCachePath(content) + end, { force: true });
  }
});

const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text: text.toString() }));
const directly = (files: Files) => compileWiki(sources(files)).diagnostics;

/** A sentence more: other places, other texts, the same shapes. */
const withSentence = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, path.endsWith('.md') ? `${text}\nA sentence more.\n` : text]),
  );
/** A line in front: every place below moves. */
const withLine = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/^---\n/, '---\n# A note.\n')]));

it.each(rules.map((rule) => [rule.code, rule] as const))('%s is said as from nothing', async (_, { wrong, right }) => {
  const content = somewhere();
  for (const files of [right, withSentence(right), wrong, withSentence(wrong), withLine(wrong), right, wrong]) {
    expect((await compileContent(content, sources(files))).diagnostics).toEqual(directly(files));
  }
});

it('everything is said as from nothing, over random edits', async () => {
  const cut = fc.record({
    file: fc.nat(),
    at: fc.nat(),
    drop: fc.nat({ max: 12 }),
    put: fc.constantFrom('', 'x', '\n', ' [[rag]] '),
  });
  await fc.assert(
    fc.asyncProperty(randomWiki(), fc.array(cut, { maxLength: 5 }), async ({ files }, cuts) => {
      const content = somewhere();
      const now: Files = Object.fromEntries(sources(files).map(({ path, text }) => [path, text]));
      await compileContent(content, sources(now));
      for (const { file, at, drop, put } of cuts) {
        const path = Object.keys(now)[file % Object.keys(now).length] as string;
        const text = now[path] as string;
        const from = at % (text.length + 1);
        now[path] = text.slice(0, from) + put + text.slice(from + drop);
        expect((await compileContent(content, sources(now))).diagnostics).toEqual(directly(now));
      }
    }),
    { numRuns: 60 },
  );
});

it('rules that found nothing do not look again at pages of the same shapes, and those do that look at transcripts', async () => {
  const path = `${parseCachePath(somewhere())}.rules`;
  const fresh = await openSilentRules(path);
  expect(fresh.others('these')).toBe(rules);
  await fresh.save('these', new Set(['unlinked-page']));
  const asked = (await openSilentRules(path)).others('these').map(({ code }) => code);
  expect((await openSilentRules(path)).others('others')).toBe(rules);
  expect((await openSilentRules(path)).others(undefined)).toBe(rules);
  expect(asked).toContain('unlinked-page');
  expect(asked).toContain('missing-medium');
  expect(asked).toContain('drifted-claim');
  expect(asked).not.toContain('near-duplicate-claim');
});
