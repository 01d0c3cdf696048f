import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Characters of an element shown with what is wrong about it. */
const SHOWN = 200;

/** What axe finds wrong with a page as it stands: a line a rule, with the first element that breaks it. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { run } = (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe;
    return (await run()).violations.map(({ id, help, nodes }) => ({ id, help, first: nodes[0]?.html ?? '' }));
  });
  return found.map(({ id, help, first }) => `${id}: ${help}: ${first.slice(0, SHOWN)}`);
}
