import { expect, it } from 'vitest';
import { writtenPairs } from '../../../src/wiki/graph/option-orders.ts';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { redirects } from '../../../src/wiki/views/redirects.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import { HEAT } from '../../support/heat-comparison.ts';

const context = (files: Files) => viewContext(compile(files), '/docs/', (source) => source);
const led = (files: Files) =>
  redirects(context(files))
    .map(({ path, to }) => `${path} → ${to.replace('/docs/', '')}`)
    .sort();
const comparison = (options: string, more = '') => `---\ntitle: ${options}\noptions: [${options}]\n${more}---\n`;

it('leads every order of two and of three options to their comparison, and each two of three', () => {
  expect(led(HEAT)).toEqual([
    'compare/gas-vs-heat-pump/ → comparisons/heat/',
    'compare/gas-vs-wood/ → comparisons/heat/',
    'compare/guests/bob-vs-ada/ → compare/guests/ada-vs-bob/',
    'compare/heat-pump-vs-gas/ → comparisons/heat/',
    'compare/heat-pump-vs-wood/ → comparisons/heat/',
    'compare/wood-vs-gas/ → comparisons/heat/',
    'compare/wood-vs-heat-pump/ → comparisons/heat/',
    'comparisons/gas-vs-heat-pump-vs-wood/ → comparisons/heat/',
    'comparisons/gas-vs-heat-pump/ → comparisons/heat/',
    'comparisons/gas-vs-wood-vs-heat-pump/ → comparisons/heat/',
    'comparisons/gas-vs-wood/ → comparisons/heat/',
    'comparisons/heat-pump-vs-gas-vs-wood/ → comparisons/heat/',
    'comparisons/heat-pump-vs-gas/ → comparisons/heat/',
    'comparisons/heat-pump-vs-wood-vs-gas/ → comparisons/heat/',
    'comparisons/heat-pump-vs-wood/ → comparisons/heat/',
    'comparisons/wood-vs-gas-vs-heat-pump/ → comparisons/heat/',
    'comparisons/wood-vs-gas/ → comparisons/heat/',
    'comparisons/wood-vs-heat-pump-vs-gas/ → comparisons/heat/',
    'comparisons/wood-vs-heat-pump/ → comparisons/heat/',
  ]);
});

it('leads two to the comparison of the two alone, and an alias where its page says', () => {
  const files = {
    ...HEAT,
    'comparisons/wood-or-gas.md': comparison('wood, gas'),
    'comparisons/warm.md': comparison('heat-pump, chimney', 'aliases: [heat-pump-vs-wood]\n'),
  };
  expect(led(files)).toEqual(
    expect.arrayContaining([
      'comparisons/gas-vs-wood/ → comparisons/wood-or-gas/',
      'compare/wood-vs-gas/ → comparisons/wood-or-gas/',
      'comparisons/heat-pump-vs-wood/ → comparisons/warm/',
      'compare/heat-pump-vs-wood/ → comparisons/heat/',
    ]),
  );
  expect(writtenPairs(context(files).wiki.graph).map((pair) => [pair.comparison, pair.options.length])).toHaveLength(4);
});

it('leads each two of many options, not every order of all, and never over a page', () => {
  const many = Array.from({ length: 5 }, (_, index) => `o${index}`);
  const files = {
    'comparisons/many.md': comparison(many.join(', ')),
    'comparisons/o1-vs-o0.md': comparison('o0, o1'),
    ...Object.fromEntries(many.map((slug) => [`concepts/${slug}.md`, `---\ntitle: ${slug}\n---\n`])),
  };
  const all = led(files);
  expect(all.filter((line) => line.includes('-vs-o2-vs-'))).toEqual([]);
  // Ten pairs, both orders, at both addresses; one of them is a page.
  expect(all).toHaveLength(39);
  expect(all).not.toContainEqual(expect.stringMatching(/^comparisons\/o1-vs-o0\//));
});
