import type { KindName } from '../../kinds/names.ts';
import { foldWords } from '../../text/name-key.ts';
import { slugify } from '../../text/slug.ts';

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
  /** `*` alone: all names are in one file. Otherwise one file for the first letters of names. */
  shards: string[];
  /** Folder and singular of every kind there is. */
  kinds: Partial<Record<KindName, { folder: string; one: string }>>;
  /** Records in each index. */
  records: { pages: number; claims: number };
}

/** Kind → one line a page: title, slug where the title does not say it, weight, options, aliases; between tabs. */
export type NameShard = Partial<Record<KindName, string>>;

/** Names in one file; beyond that they are spread, so that a first query stays small whatever the size of the archive. */
export const MAX_NAMES_IN_ONE = 2500;

/** The file a name stands in when they are spread: by its first letter, other scripts by number. */
export function shardOf(name: string): string {
  const first = foldWords(name)[0]?.codePointAt(0);
  if (first === undefined) return '0';
  return first >= 97 && first <= 122 ? String.fromCodePoint(first) : `u${first % 16}`;
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
