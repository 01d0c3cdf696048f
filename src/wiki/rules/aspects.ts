import type { AnyNode } from '../corpus/node.ts';
import type { Prose } from '../corpus/prose.ts';
import { fieldOf } from '../graph/link-nodes.ts';
import { kinds } from '../kinds/index.ts';

/**
 * What rules look at of pages, an aspect each: its value for one page, as text or plain data; `undefined` where a page has nothing of it. Where a page stands
 * in its file, and its running text, are in none: they are for messages.
 */
export const ASPECTS = {
  /** Which pages there are, and by what they are linked to. */
  names({ kind, title, aliases, data: { formerly } }) {
    // Entries of lists have no titles, and there are thousands of them.
    if (kinds[kind].storage === 'file') return [title, aliases, formerly];
    return aliases.length > 0 || formerly ? [aliases, formerly] : '';
  },
  /** What is linked to, in fields and in prose. */
  links({ fieldLinks, proses }) {
    let links = '';
    for (const { name, path, field, label } of fieldLinks) {
      links += `${field.edge} ${measured(fieldOf(path))}${measured(name)}${measured(label)}\n`;
    }
    for (const { field, links: written } of proses) {
      for (const { kind = '', name, heading } of written) {
        links += `[${kind} ${measured(fieldOf(field))}${measured(name)}${measured(heading)}\n`;
      }
    }
    return links === '' ? undefined : links;
  },
  headings: ({ proses }) => ofProses(proses, 'headings', (heading) => heading),
  /** Markdown links to places in this site. */
  addresses: ({ proses }) => ofProses(proses, 'addresses', ({ url }) => url),
  /** What the Markdown parser noticed. */
  problems: ({ proses }) => ofProses(proses, 'problems', ({ kind, written }) => [kind, written]),
  /** Whether readers see it. */
  status: ({ data }) => ('status' in data ? data.status : undefined),
  /** What somebody says, and who. */
  words: ({ kind, data }) => (kind === 'claim' ? measured(data.by) + data.text : undefined),
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

/** An aspect of the pages of a file, as text that stands for it alone; empty where none of them has any of it. */
export function aspectOf(aspect: Aspect, nodes: readonly AnyNode[]): string {
  let all = '';
  for (const node of nodes) {
    const value: unknown = ASPECTS[aspect](node);
    if (value !== undefined)
      all += `${node.id} ${typeof value === 'string' ? measured(value) : JSON.stringify(value)}\n`;
  }
  return all;
}

/** A text with its length in front, so that it cannot run into what is written behind it. */
function measured(text: string | undefined): string {
  return text === undefined ? '- ' : `${text.length} ${text}`;
}

/** Something of each prose; `undefined` where none has any. */
function ofProses<K extends 'headings' | 'addresses' | 'problems'>(
  proses: readonly Prose[],
  key: K,
  pick: (item: Prose[K][number]) => unknown,
): unknown[][] | undefined {
  if (proses.every((prose) => prose[key].length === 0)) return undefined;
  return proses.map((prose) => (prose[key] as Prose[K][number][]).map(pick));
}
