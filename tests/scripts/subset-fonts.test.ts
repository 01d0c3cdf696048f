import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { FONT_FOLDER, subsetFonts } from '../../scripts/subset-fonts.ts';

/** Bytes of what every page asks for ahead of its text, and of all. */
const BUDGETS = { first: 50_000, all: 110_000 };
const FIRST = ['newsreader.woff2', 'newsreader-italic.woff2', 'instrument-sans.woff2'];

it('the fonts pages load are made from those of the packages, and small', async () => {
  const made = await subsetFonts();
  expect(Object.keys(made).sort()).toEqual((await readdir(FONT_FOLDER)).sort());
  for (const [name, bytes] of Object.entries(made)) {
    expect(bytes.equals(await readFile(`${FONT_FOLDER}${name}`)), name).toBe(true);
  }
  const weight = (names: readonly string[]) => names.reduce((sum, name) => sum + (made[name]?.length ?? 0), 0);
  expect(weight(FIRST)).toBeLessThanOrEqual(BUDGETS.first);
  expect(weight(Object.keys(made))).toBeLessThanOrEqual(BUDGETS.all);
});
