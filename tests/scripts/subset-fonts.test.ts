import { readdir, readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
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

it('every face has each character that the style sheet promises of it', async () => {
  const sheet = await readFile(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const faces = [...sheet.matchAll(/url\("\.\/fonts\/([\w-]+\.woff2)"\)[^}]*unicode-range:\s*([^;]+);/g)];
  expect(faces.map(([, name]) => name).sort()).toEqual((await readdir(FONT_FOLDER)).sort());
  for (const [, name = '', ranges = ''] of faces) {
    const promised = ranges.split(/,\s*/).flatMap((range) => {
      const [first = Number.NaN, last = first] = range
        .slice(2)
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    const font = await readFile(`${FONT_FOLDER}${name}`);
    const whole = await subsetFont(font, String.fromCodePoint(...promised), { targetFormat: 'sfnt' });
    expect([name, promised.filter((character) => !characters(whole).has(character))]).toEqual([name, []]);
  }
});

/** Characters of a font, by its table of them: https://learn.microsoft.com/typography/opentype/spec/cmap, format 4. */
function characters(font: Buffer): Set<number> {
  const found = new Set<number>();
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) return found;
  const cmap = font.readUInt32BE(entry + 8);
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(at) !== 4) continue;
    const size = font.readUInt16BE(at + 6);
    for (let segment = 0; segment < size; segment += 2) {
      const last = font.readUInt16BE(at + 14 + segment);
      const first = font.readUInt16BE(at + 16 + size + segment);
      for (let character = first; character <= last && character < 0xffff; character++) found.add(character);
    }
  }
  return found;
}
