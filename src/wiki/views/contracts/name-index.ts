import type { KindName } from '../../kinds/names.ts';
import { shingleHash } from '../../text/fingerprint.ts';
import { slugify } from '../../text/slug.ts';
import type { Column } from './search-facets.ts';

/** A page as the index of names knows it. */
export interface NamedPage {
  kind: KindName;
  slug: string;
  title: string;
  aliases: string[];
  /** Logarithm (base 2, rounded) of the claims that stand behind it. Breaks ties. */
  weight: number;
  /** Slugs of the concepts a comparison is between. */
  options?: string[];
}

/** What a browser loads first: how names are spread over files, and what each kind is called. */
export interface NameManifest {
  /** `*` alone: all names are in one file. Otherwise one file for the first letter, or two, of names. */
  shards: string[];
  /** Folder and singular of every kind there is. */
  kinds: Partial<Record<KindName, { folder: string; one: string }>>;
  /** Records in each index; passages only where transcripts are published. */
  records: { pages: number; claims: number; passages?: number };
  /** Tables of tails: `tails-0`, `tails-1`, … */
  tails: number;
  /** How many values each column of facets has; columns without any have no file. */
  facets: Partial<Record<Column, number>>;
}

/** Kind → one line a page: title, slug where the title does not say it, weight, options, aliases; between tabs. */
export type NameShard = Partial<Record<KindName, string>>;

/** Names in one file; beyond that they are spread, so that a first query stays small whatever the size of the archive. */
export const MAX_NAMES_IN_ONE = 2500;

/** Names beginning with one letter that are in one file; where there are more, they are spread by two. */
export const MAX_NAMES_OF_A_LETTER = 700;

/**
 * How these words, or a name made of them, begin without gaps, so that `k-NN` and `knn` begin alike: two letters. Other scripts
 * by number.
 */
export function startOf(words: readonly string[]): string {
  const start = words.slice(0, 2).join('');
  const letters = /^[a-z]{1,2}/.exec(start)?.[0];
  return letters ?? `u${(start.codePointAt(0) ?? 0) % 16}`;
}

/** The file for names that begin so: of two letters, of the first, or all there are. */
export function shardFor(start: string, shards: ReadonlySet<string>): string | undefined {
  return ['*', start, start.slice(0, 1)].find((name) => shards.has(name));
}

/**
 * Shard → what follows the second letter of the names in it, as hashes of two letters each, one after the other. A typo in
 * the first two letters leads to another file; what follows them is what it was, and says which.
 */
export type TailTable = Record<string, string>;

/** Shortest key in which a typo is forgiven: in shorter ones a letter makes another word. */
export const MIN_TYPO = 5;
/** Names in one table of tails, about. */
const TAILS_IN_ONE = 500;
const HEAD = 2;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HASH_LENGTH = 2;

/** Tables of the tails of all names, for archives whose names are spread. */
export function encodeTails(names: readonly { key: string; shard: string }[]): TailTable[] {
  const long = names.filter(({ key }) => key.length >= MIN_TYPO);
  const tables: Map<string, Set<string>>[] = Array.from(
    { length: Math.ceil(long.length / TAILS_IN_ONE) },
    () => new Map(),
  );
  for (const { key, shard } of long) {
    const { table, hash } = placeOf(key.slice(HEAD), tables.length);
    const known = tables[table]?.get(shard) ?? new Set();
    tables[table]?.set(shard, known.add(hash));
  }
  return tables.map((table) =>
    Object.fromEntries([...table].sort().map(([shard, hashes]) => [shard, [...hashes].sort().join('')])),
  );
}

/** Where to look for a name of which the key is a misspelling in its first letters: tables, and what to look for. */
export function tailsAsked(key: string, tables: number): { table: number; hash: string }[] {
  if (tables === 0 || key.length < MIN_TYPO - 1) return [];
  return [HEAD - 1, HEAD, HEAD + 1].map((start) => placeOf(key.slice(start), tables));
}

export function shardsWith(table: TailTable, hash: string): string[] {
  return Object.entries(table).flatMap(([shard, hashes]) => {
    for (let at = 0; at < hashes.length; at += HASH_LENGTH) if (hashes.startsWith(hash, at)) return [shard];
    return [];
  });
}

/** Of a hash's bits the high ones pick the table, 12 low ones are kept. */
function placeOf(tail: string, tables: number): { table: number; hash: string } {
  const value = shingleHash([tail], 0, 1);
  const letter = (shift: number) => LETTERS[(value >>> shift) & 63] as string;
  return { table: (value >>> 18) % tables, hash: letter(0) + letter(6) };
}

export function encodeNames(pages: readonly NamedPage[]): NameShard {
  const shard: NameShard = {};
  for (const page of pages) {
    const line = [
      oneLine(page.title),
      slugify(page.title) === page.slug ? '' : page.slug,
      page.weight === 0 ? '' : String(page.weight),
      (page.options ?? []).join(','),
      ...page.aliases.map(oneLine),
    ]
      .join('\t')
      .replace(/\t+$/, '');
    shard[page.kind] = shard[page.kind] === undefined ? line : `${shard[page.kind]}\n${line}`;
  }
  return shard;
}

export function decodeNames(shard: NameShard): NamedPage[] {
  return Object.entries(shard).flatMap(([kind, lines]) =>
    lines.split('\n').map((line): NamedPage => {
      const [title = '', slug = '', weight = '', options = '', ...aliases] = line.split('\t');
      return {
        kind: kind as KindName,
        slug: slug || slugify(title),
        title,
        aliases,
        weight: Number(weight),
        ...(options ? { options: options.split(',') } : {}),
      };
    }),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
