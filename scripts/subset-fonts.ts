// `node scripts/subset-fonts.ts`: makes the fonts pages load from the whole ones in the packages. They are kept in the repository.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ROOT = new URL('../', import.meta.url);
export const FONT_FOLDER = fileURLToPath(new URL('src/styles/fonts/', ROOT));

/** Weights the style sheets use; the heavier ones of the packages are more than a third of their bytes. */
const WEIGHTS = { wght: { min: 400, max: 600, default: 400 } };

/** Name of the file we load → the whole font. */
const FONTS: Record<string, string> = {
  'newsreader.woff2': '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  'newsreader-italic.woff2': '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  'instrument-sans.woff2': '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
};

const range = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** Latin-1, and the punctuation, arrows and signs that pages set. Other letters come from the reader’s own fonts, as before. */
const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŠšŽžŸˆ˜‐‑–—‘’‚“”„†‡•…‰‹›€™−×÷′″←→↑↓`;

/** The fonts pages load, by file name. Same packages, same bytes. */
export async function subsetFonts(): Promise<Record<string, Buffer>> {
  const made: Record<string, Buffer> = {};
  for (const [name, source] of Object.entries(FONTS)) {
    const whole = await readFile(new URL(`node_modules/${source}`, ROOT));
    made[name] = await subsetFont(whole, CHARACTERS, { targetFormat: 'woff2', variationAxes: WEIGHTS });
  }
  return made;
}

if (import.meta.main) {
  await mkdir(FONT_FOLDER, { recursive: true });
  for (const [name, bytes] of Object.entries(await subsetFonts())) {
    await writeFile(`${FONT_FOLDER}${name}`, bytes);
    console.log(`${name} ${bytes.length} bytes`);
  }
}
