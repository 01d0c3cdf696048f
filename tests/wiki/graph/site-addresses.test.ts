import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { siteAddresses } from '../../../src/wiki/graph/site-addresses.ts';
import { compile } from '../../support/check.ts';

it('knows every page that is nobody’s', () => {
  const known = siteAddresses(compile({}).graph);
  const entries = readdirSync(new URL('../../../src/pages', import.meta.url), { withFileTypes: true });
  const pages = entries.flatMap((entry) => {
    if (entry.name.startsWith('[') || entry.name === '404.astro') return [];
    if (entry.isDirectory()) return [`${entry.name}/`];
    return entry.name.endsWith('.astro') ? [entry.name.replace(/\.astro$/, '/').replace(/^index\/$/, '')] : [];
  });
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.filter((page) => !known.has(page))).toEqual([]);
});
