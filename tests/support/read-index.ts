import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';

/** Record → numbers of its places, as Pagefind writes them. */
export type Postings = Record<string, number[]>;
/** Word → its postings, and those of what it is written like with accents. */
export type IndexWords = Record<string, { plain: Postings; variants: [form: string, postings: Postings][] }>;

type Places = [step: number, numbers: number[], kept: number[]][];
type Contents = [
  version: string,
  pages: [id: string, words: number, file: string][],
  files: [from: string, to: string, name: string][],
  ...others: unknown[][],
];

/** What an index in Pagefind’s format says; records go by what `nameOf` makes of their numbers in the table. */
export async function readIndex(folder: string, nameOf: (page: number, id: string) => string = (_, id) => id) {
  const bytes = async (path: string) => gunzipSync(await readFile(join(folder, path))).subarray('pagefind_dcd'.length);
  const table = (await readdir(folder)).find((name) => name.endsWith('.pf_meta')) ?? '';
  const [version, pages, files, ...others] = decode(await bytes(table)) as Contents;
  const postings = (places: Places): Postings => {
    let page = 0;
    return Object.fromEntries(
      places.map(([step, numbers, kept]) => {
        page += step;
        if (kept.length > 0) throw new Error('places in kept fields');
        return [nameOf(page, (pages[page] as [string, number, string])[0]), numbers];
      }),
    );
  };
  const words: IndexWords = {};
  const runs: string[][] = [];
  for (const [, , name] of files) {
    const [run] = decode(await bytes(`index/${name}.pf_index`)) as [
      [stem: string, plain: Places, variants: [form: string, places: Places][]][],
    ];
    runs.push(run.map(([stem]) => stem));
    for (const [stem, plain, variants] of run) {
      words[stem] = { plain: postings(plain), variants: variants.map(([form, places]) => [form, postings(places)]) };
    }
  }
  const lengths = Object.fromEntries(pages.map(([id, count], page) => [nameOf(page, id), count]));
  return {
    version,
    files: files.map(([from, to], index) => ({ from, to, words: runs[index] })),
    words,
    lengths,
    others,
  };
}
