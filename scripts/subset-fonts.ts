// `node scripts/subset-fonts.ts`: makes the fonts pages load from the whole ones in the packages. They are kept in the repository.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ROOT = new URL('../', import.meta.url);
export const FONT_FOLDER = fileURLToPath(new URL('src/styles/fonts/', ROOT));

interface Font {
  /** The whole font, in its package. */
  from: string;
  weight: number | { min: number; max: number; default: number };
  characters: string;
}

const range = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** What nearly every page sets. `tokens.css` names the same ranges. */
const PLAIN = `${range(0x20, 0x7e)}\u00a0·×–—‘’“”…−`;
/** With the letters that names from the largest neighbours of English add. */
const BASIC = `${PLAIN}äéöü`;
/** The rest of Latin-1, and signs that some pages set, as far as the fonts have them. Other letters come from the reader’s own fonts. */
const MORE = without(`${range(0xa1, 0xff)}Œœˆ˜‚„•‹›€™`, `${BASIC}\u00ad`);
const SERIF_MORE = `${MORE}′″`;
const SANS_MORE = `${without(MORE, '¤¦¬±²³µ¹¼½¾')}↑↓`;

function without(characters: string, others: string): string {
  return [...characters].filter((character) => !others.includes(character)).join('');
}

const SERIF = '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2';
const ITALIC = '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2';
const SANS = '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2';

/** Name of the file we load → what it holds. One weight a face of text: the range of weights would double its bytes. */
const FONTS: Record<string, Font> = {
  'newsreader.woff2': { from: SERIF, weight: 400, characters: BASIC },
  'newsreader-more.woff2': { from: SERIF, weight: 400, characters: SERIF_MORE },
  'newsreader-bold.woff2': { from: SERIF, weight: 600, characters: PLAIN },
  'newsreader-bold-more.woff2': { from: SERIF, weight: 600, characters: `${SERIF_MORE}äéöü` },
  'newsreader-italic.woff2': { from: ITALIC, weight: 400, characters: BASIC },
  'newsreader-italic-more.woff2': { from: ITALIC, weight: 400, characters: SERIF_MORE },
  'instrument-sans.woff2': { from: SANS, weight: { min: 400, max: 600, default: 400 }, characters: BASIC },
  'instrument-sans-more.woff2': { from: SANS, weight: { min: 400, max: 600, default: 400 }, characters: SANS_MORE },
};

/** The fonts pages load, by file name. Same packages, same bytes. */
export async function subsetFonts(): Promise<Record<string, Buffer>> {
  const made: Record<string, Buffer> = {};
  for (const [name, { from, weight, characters }] of Object.entries(FONTS)) {
    const whole = await readFile(new URL(`node_modules/${from}`, ROOT));
    made[name] = await subsetFont(whole, characters, {
      targetFormat: 'woff2',
      variationAxes: { wght: weight },
      // Names of styles for the menus of programs; a style sheet has its own.
      dropTables: ['STAT'],
    });
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
