import { normaliseName } from '../graph/resolve.ts';
import type { KindName } from '../kinds/names.ts';
import { slugify } from '../text/slug.ts';
import { dropAttributes } from './drop-attributes.ts';
import { dropMarks } from './drop-marks.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ForeignFile, type Imported, type ImportedFile, type ImportNotice, pageText } from './imported.ts';
import { inlineTags } from './inline-tags.ts';
import type { Mapping } from './mapping.ts';
import { asItems, asText } from './transcripts/json-text.ts';
import { rewriteLinks } from './wiki-links.ts';

/** A page links may lead to, under every name it goes by. */
export interface KnownPage {
  kind: KindName;
  slug: string;
  names: string[];
}

interface ForeignPage extends KnownPage {
  from: string;
  title: string;
  data: Record<string, unknown>;
  body: string;
  format?: string;
  aliases: string[];
}

const VERSUS = /\s+(?:vs\.?|versus)\s+/i;

/** A wiki kept as Markdown with `[[links]]` and front matter; `known` are pages imported beside it. */
export function importWiki(
  foreign: readonly ForeignFile[],
  mapping: Mapping,
  known: readonly KnownPage[] = [],
): Imported {
  const notices: ImportNotice[] = [];
  const pages = foreign.flatMap((file) => readPage(file) ?? []);
  giveAddresses(pages, notices);
  const index = new Map<string, KnownPage>();
  // A name that was given up leads to who kept it. Names of pages come before aliases: an alias that is another page's name leads nowhere.
  for (const page of [...pages, ...known]) {
    for (const name of [page.slug, ...page.names])
      if (!index.has(normaliseName(name))) index.set(normaliseName(name), page);
  }
  for (const page of pages) {
    page.aliases = page.aliases.filter((alias) => {
      const owner = index.get(normaliseName(alias));
      if (!owner) index.set(normaliseName(alias), page);
      else if (owner !== page) {
        notices.push({
          sort: 'odd',
          from: page.from,
          message: `the alias \`${alias}\` belongs to \`${owner.slug}\` and was left out`,
        });
      }
      return !owner;
    });
  }
  const find = (name: string, kind?: KindName) => {
    const found = index.get(normaliseName(name)) ?? index.get(slugify(name));
    return found && (kind === undefined || found.kind === kind) ? found : undefined;
  };
  for (const page of pages) {
    if (page.kind !== 'comparison' || optionsOf(page).length >= 2) continue;
    const message = 'a comparison without a page for each option: taken as an article';
    notices.push({ sort: 'odd', from: page.from, message });
    page.kind = 'article';
  }
  const files = pages.map((page) => writePage(page));
  return { files, notices };

  function readPage(file: ForeignFile): ForeignPage | undefined {
    const name = file.path.replace(/^.*\//, '').replace(/\.mdx?$/i, '');
    if (!/\.mdx?$/i.test(file.path) || /^README$/i.test(name)) return undefined;
    const { data, body, problem } = readFrontMatter(file.text);
    if (problem) notices.push({ sort: 'odd', from: file.path, line: problem.line, message: problem.message });
    const title = firstText(data, mapping.fields.title) ?? /^#\s+(.+)$/m.exec(body)?.[1]?.trim() ?? name;
    const slug = slugify(name) || slugify(title);
    if (slug === '') {
      notices.push({ sort: 'skipped', from: file.path, message: 'its name gives no address' });
      return undefined;
    }
    const tags = [...listOfText(data.tags), ...listOfText(data.tag), ...inlineTags(body)].map(normaliseTag);
    const rule = mapping.kinds.find((line) => fits(line, file.path, tags, asText(data.layout)));
    const aliases = mapping.fields.aliases.flatMap((key) => listOfText(data[key]));
    const own = new Set([slug, title].map(normaliseName));
    const unique = [...new Map(aliases.map((alias) => [normaliseName(alias), alias])).values()];
    return {
      from: file.path,
      kind: rule?.kind ?? mapping.fallback,
      slug,
      title,
      data,
      body: withoutMarks(body).replace(/^\s*#\s+.+\n/, (heading) => (heading.includes(title) ? '' : heading)),
      format: rule?.format,
      aliases: unique.filter((alias) => !own.has(normaliseName(alias))),
      names: [title, name, file.path.replace(/\.mdx?$/i, '')],
    };
  }

  function withoutMarks(body: string): string {
    return mapping.marks === 'obsidian' ? dropMarks(body) : body;
  }

  function writePage(page: ForeignPage): ImportedFile {
    const body = rewriteLinks(dropAttributes(page.body), {
      folder: page.from.replace(/[^/]*$/, '').replace(/\/$/, ''),
      find,
      prefixes: mapping.prefixes,
      headingsOf: (target) => headings((target as Partial<ForeignPage>).body ?? ''),
      miss: (message) => notices.push({ sort: 'missing', from: page.from, message }),
      say: (message) => notices.push({ sort: 'odd', from: page.from, message }),
    });
    const related = [...new Set(mapping.fields.related.flatMap((key) => listOfText(page.data[key])))].flatMap(
      (name) => {
        const target = find(name);
        if (!target) notices.push({ sort: 'missing', from: page.from, message: name });
        return target && target.kind === 'concept' && target !== page ? [target.slug] : [];
      },
    );
    const { kind } = page;
    const data = {
      title: page.title,
      aliases: page.aliases,
      summary: firstText(page.data, mapping.fields.summary)?.replace(/\s+/g, ' ').trim(),
      ...(kind === 'comparison' ? { options: optionsOf(page) } : {}),
      ...(kind === 'concept' ? { related } : {}),
      ...(kind === 'article' ? { format: page.format ?? 'guide' } : {}),
    };
    return { path: `${FOLDERS[kind]}/${page.slug}.md`, text: pageText(data, body), from: page.from };
  }

  function optionsOf(page: ForeignPage): string[] {
    const slugs = page.title.split(VERSUS).flatMap((name) => find(name, 'concept')?.slug ?? []);
    return [...new Set(slugs)];
  }
}

/**
 * Two notes with one name in different folders are two pages: one gets an address from its folders too. That in fewer
 * folders keeps the name, and links by name alone lead to it.
 */
function giveAddresses(pages: readonly ForeignPage[], notices: ImportNotice[]): void {
  const taken = new Map<string, ForeignPage>();
  // A comparison without options becomes an article later.
  const addressOf = (page: ForeignPage, slug: string) =>
    `${page.kind === 'comparison' ? 'article' : page.kind}:${slug}`;
  const depth = ({ from }: ForeignPage) => from.split('/').length;
  for (const page of [...pages].sort((left, right) => depth(left) - depth(right))) {
    const { slug } = page;
    const first = taken.get(addressOf(page, slug));
    if (first) {
      const long = slugify(page.from.replace(/\.mdx?$/i, '').replaceAll('/', ' '));
      for (let count = 1; taken.has(addressOf(page, page.slug)); count++)
        page.slug = count === 1 ? long : `${slug}-${count}`;
      const message = `\`${slug}\` is the address of ${first.from}: this page became \`${page.slug}\``;
      notices.push({ sort: 'odd', from: page.from, message });
      if (normaliseName(page.title) === normaliseName(first.title)) {
        page.title += ` (${page.from.split('/').slice(0, -1).join(' / ') || page.slug})`;
      }
      // Its path still leads to it.
      page.names = page.names.filter((name) => normaliseName(name) !== normaliseName(slug));
    }
    taken.set(addressOf(page, page.slug), page);
  }
}

/** Kinds that are one file a page; claims have no page of their own to come from. */
const FOLDERS: Record<KindName, string> = {
  comparison: 'comparisons',
  concept: 'concepts',
  position: 'positions',
  criterion: 'criteria',
  claim: 'articles',
  guest: 'guests',
  episode: 'episodes',
  show: 'shows',
  collection: 'collections',
  article: 'articles',
  resource: 'resources',
};

function normaliseTag(tag: string): string {
  return tag.replace(/^#/, '').toLowerCase();
}

/** A nested tag is also what it is nested in: `article/draft` fits `article`. */
function fits(
  line: Mapping['kinds'][number],
  path: string,
  tags: readonly string[],
  layout: string | undefined,
): boolean {
  const wanted = line.tag === undefined ? undefined : normaliseTag(line.tag);
  if (wanted !== undefined && !tags.some((tag) => tag === wanted || tag.startsWith(`${wanted}/`))) return false;
  if (line.layout !== undefined && layout !== line.layout) return false;
  return line.folder === undefined || path.split('/').slice(0, -1).includes(line.folder);
}

function firstText(data: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return keys.map((key) => asText(data[key])?.trim()).find((text) => text !== undefined && text !== '');
}

/** A list, or words between commas. */
function listOfText(value: unknown): string[] {
  const items = asItems(value) ?? asText(value)?.split(',') ?? [];
  return items.flatMap((item) => asText(item)?.trim() || []);
}

function headings(body: string): Set<string> {
  return new Set([...body.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => normaliseName(match[1] as string)));
}
