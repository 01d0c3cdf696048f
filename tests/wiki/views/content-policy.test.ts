import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SOUND } from '../../../src/wiki/rules/examples.ts';
import { contentPolicy } from '../../../src/wiki/views/content-policy.ts';
import { SPECULATION_RULES } from '../../../src/wiki/views/speculation-rules.ts';
import { compile } from '../../support/check.ts';
import { ROOT } from '../../support/run-command.ts';

it('knows what stands in pages by its hash, and lets nothing else run there', async () => {
  const texts = [await readFile(join(ROOT, 'src/browser/early-theme.js'), 'utf8'), SPECULATION_RULES];
  const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  for (const scope of ['page', 'search'] as const) {
    const policy = contentPolicy(compile(SOUND).graph, scope);
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1]?.split(' ');
    expect(scripts).toEqual(["'self'", ...hashes, "'wasm-unsafe-eval'"]);
    expect(policy).not.toContain('unsafe-inline');
  }
});
