import type { AnyNode } from '../corpus/node.ts';
import { kinds } from '../kinds/index.ts';

/**
 * What rules look at of pages, an aspect each: its value for one page, as plain data; `undefined` where a page has nothing of it. Where a page stands
 * in its file, and its running text, are in none: they are for messages.
 */
export const ASPECTS = {
  /** Which pages there are, and by what they are linked to. */
  names({ kind, title, aliases, data }) {
    return [kinds[kind].storage === 'file' ? title : 0, aliases, data.formerly];
  },
  /** What is linked to, in fields and in prose. */
  links({ fieldLinks, proses }) {
    const inFields = fieldLinks.map(({ name, path, isKey, field, label }) => [name, path, isKey, field.edge, label]);
    const inProse = proses.flatMap(({ field, links }) =>
      links.map(({ kind, name, heading }) => [field, kind, name, heading]),
    );
    return orNothing([...inFields, ...inProse]);
  },
  headings: ({ proses }) => orNothing(proses.map(({ headings }) => headings)),
  /** Markdown links to places in this site. */
  addresses: ({ proses }) => orNothing(proses.flatMap(({ addresses }) => addresses.map(({ url }) => url))),
  /** What the Markdown parser noticed. */
  problems: ({ proses }) =>
    orNothing(proses.flatMap(({ problems }) => problems.map(({ kind, written }) => [kind, written]))),
  /** Whether readers see it. */
  status: ({ data }) => ('status' in data ? data.status : undefined),
  /** What somebody says, and who. */
  words: ({ kind, data }) => (kind === 'claim' ? [data.by, data.text] : undefined),
  /** Ranges of claims, and times of chapters. */
  times({ kind, data }) {
    if (kind === 'claim') return data.at;
    return kind === 'episode' ? data.chapters?.map(({ at }) => at) : undefined;
  },
  media: ({ kind, data }) => (kind === 'episode' ? data.media : undefined),
  /** Prose of comparisons by its fields, and which of it cites a claim. */
  statements: ({ kind, proses }) =>
    kind === 'comparison'
      ? proses.map(({ field, links }) => [field, links.some((link) => link.kind === 'claim')])
      : undefined,
} satisfies Record<string, (node: AnyNode) => unknown>;

export type Aspect = keyof typeof ASPECTS;

export const ASPECT_NAMES = Object.keys(ASPECTS) as readonly Aspect[];

/** An aspect of the pages of a file, as JSON; empty where none of them has any of it. */
export function aspectOf(aspect: Aspect, nodes: readonly AnyNode[]): string {
  const values = nodes.flatMap((node) => {
    const value = ASPECTS[aspect](node);
    return value === undefined ? [] : [[node.id, value]];
  });
  return values.length > 0 ? JSON.stringify(values) : '';
}

/** A list of nothing but empty lists says nothing. */
function orNothing(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.some((item) => !Array.isArray(item) || item.length > 0) ? list : undefined;
}
