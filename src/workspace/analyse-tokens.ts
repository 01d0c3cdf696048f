import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import type { AnalysedToken, TokenForm } from '../exports/word-places.ts';

/** Letters that tell words of our trade apart: `C++`, `C#`, `.NET`, `A/B`, `AT&T`, `k-NN`. */
const SYMBOLS = '+#&./-';
/** Pagefind’s mark at the beginning of its files. */
const SIGNATURE = 'pagefind_dcd'.length;
/** A whole token weighs this much here (Pagefind’s 1, as it writes it), and parts of one share it. */
const WHOLE = 24;
const FIRST_WEIGHT = 25;

type Places = [page: number, numbers: number[], kept: number[]][];
type PackedWord = [stem: string, places: Places, variants: [form: string, places: Places][]];

let end: (() => Promise<unknown>) | undefined;

/**
 * Asks Pagefind what it makes of tokens: how it cuts them, which stems and accents it knows. It is given one text of all
 * of them, with a mark in between, and answers with an index of it in `folder`, beside which lies its code for the browser.
 * Nothing it knows of a token depends on those beside it. Throws when it answers in another format than it did.
 */
export async function analyseTokens(
  tokens: readonly string[],
  language: string,
  folder: string,
): Promise<AnalysedToken[]> {
  let mark = 'qxjz';
  while (tokens.some((token) => token.toLowerCase().includes(mark))) mark += 'q';
  const { createIndex, close } = await import('pagefind');
  end = close;
  const { index, errors } = await createIndex({ includeCharacters: SYMBOLS });
  if (!index) throw new Error(errors.join('\n'));
  const content = [mark, ...tokens.flatMap((token) => [inert(token), mark])].join(' ');
  // What it was asked before lies there too.
  await rm(folder, { recursive: true, force: true });
  const added = await index.addCustomRecord({ url: '/', content, language });
  const written = await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const words: PackedWord[] = [];
  const files = join(folder, 'index');
  for (const name of await readdir(files)) {
    const bytes = gunzipSync(await readFile(join(files, name))).subarray(SIGNATURE);
    words.push(...(decode(bytes) as [PackedWord[]])[0]);
  }
  return readForms(words, tokens.length);
}

/** Ends Pagefind’s process, if there is one. */
export async function endAnalysis(): Promise<void> {
  await end?.();
}

/** Pagefind takes its own notes in a text for what they say, whoever wrote them. */
function inert(token: string): string {
  return token.replace(/^_+(?=(?:END_)?PAGEFIND_)/, '').toWellFormed();
}

function readForms(words: readonly PackedWord[], count: number): AnalysedToken[] {
  const found: { place: number; form: Omit<TokenForm, 'at'>; weight: number }[] = [];
  let marks: number[] | undefined;
  for (const [stem, places, variants] of words) {
    const plain = placesOf(places);
    // The text begins with a mark.
    if (plain.some(({ place }) => place === 0)) {
      marks = plain.map(({ place }) => place);
      continue;
    }
    for (const one of plain) found.push({ ...one, form: { stem, parts: 0 } });
    for (const [variant, own] of variants) {
      for (const one of placesOf(own)) found.push({ ...one, form: { stem, variant, parts: 0 } });
    }
  }
  if (marks?.length !== count + 1) throw new Error('Pagefind writes another format than it did');
  const analysed: AnalysedToken[] = marks
    .slice(1)
    .map((end, index) => ({ places: end - (marks[index] as number) - 1, forms: [] }));
  const parts = new Map<number, number>();
  for (const { place, weight } of found) if (weight < WHOLE) parts.set(place, (parts.get(place) ?? 0) + 1);
  found.sort((left, right) => left.place - right.place);
  let token = 0;
  for (const { place, form, weight } of found) {
    while (place > (marks[token + 1] as number)) token++;
    // A part that is the only one weighs as much as the whole, here and everywhere.
    const share = weight < WHOLE ? (parts.get(place) as number) : 0;
    analysed[token]?.forms.push({ ...form, at: place - (marks[token] as number) - 1, parts: share });
  }
  return analysed;
}

/** Places with their weights, from numbers: a place less the one before, or `-weight - 1` and then a place. */
function placesOf(pages: Places): { place: number; weight: number }[] {
  const found: { place: number; weight: number }[] = [];
  for (const [, numbers] of pages) {
    let weight = FIRST_WEIGHT;
    let place = 0;
    for (const number of numbers) {
      if (number < 0) {
        weight = -number - 1;
        place = 0;
        continue;
      }
      place += number;
      found.push({ place, weight });
    }
  }
  return found;
}
