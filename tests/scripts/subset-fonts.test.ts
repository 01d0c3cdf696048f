import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { FONT_FOLDER, subsetFonts } from '../../scripts/subset-fonts.ts';

/** What the text face may weigh, which is asked for ahead of everything else, and what all may. */
const BUDGETS = { first: 40_000, all: 110_000 };

it('the fonts pages load are made from those of the packages, and small', async () => {
  const made = await subsetFonts();
  for (const [name, bytes] of Object.entries(made)) {
    expect(bytes.equals(await readFile(`${FONT_FOLDER}${name}`)), name).toBe(true);
  }
  expect(made['newsreader.woff2']?.length).toBeLessThanOrEqual(BUDGETS.first);
  expect(Object.values(made).reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThanOrEqual(BUDGETS.all);
});
