import { expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite('heat');

const LOOKS = [
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
] as const;

it.concurrent.each(
  [
    'comparisons/heat/?g=0.0&if=a-cold-house&since=2023&guests=ada,bob',
    'comparisons/heat/record/',
    'comparisons/pump-or-stove/',
    'comparisons/',
    'compare/',
    'compare/chimney-vs-peat/',
    'compare/guests/ada-vs-bob/',
    'guests/ada/',
    'concepts/gas/',
    'claims/first/gas-cheap/',
    'embed/?claim=first/gas-cheap',
  ].flatMap((path) => LOOKS.map((look) => ({ path, ...look }))),
)('/$path is accessible in $colorScheme with everything open', async ({ path, ...look }) => {
  await site().visit(path, look, async ({ page, errors }) => {
    await page.waitForLoadState('networkidle');
    for (const summary of await page.locator('main summary:visible').all()) {
      if ((await summary.locator('..').getAttribute('open')) === null) await summary.press('Enter');
    }
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });
});
