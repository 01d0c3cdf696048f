import type { AnyNode, NodeId } from '../corpus/node.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';
import type { KindName } from '../kinds/index.ts';
import { normaliseSource, type Span, sourceText } from '../text/source-text.ts';

/** A name in a page's prose that could be a link. */
export interface Mention {
  page: NodeId;
  file: string;
  span: Span;
  /** The words as they stand there. */
  written: string;
  target: NodeId;
  /** What to write instead. */
  link: string;
}

/** Kinds whose names are looked for. */
const NAMED: readonly KindName[] = ['concept', 'guest'];
/** Shortest name looked for: shorter ones are part of too much else. */
const MIN_NAME = 3;

/** What is no prose, or is a link already: front matter, code, links, addresses, headings, HTML, footnotes. */
const NOT_PROSE =
  /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)|^(`{3,}|~{3,})[\s\S]*?(?:^\1|(?![\s\S]))|`[^`\n]+`|!?\[\[[^\]]*\]\]|!?\[[^\]]*\]\([^)]*\)|<[^>\n]*>|https?:\/\/\S+|^#{1,6} .*$|^\[\^[^\]]+\]:|\[\^[^\]]+\]|^(?: {4}|\t).*$/gm;

/** The first mention of each concept and guest in the body of each page that does not link to it yet. */
export function unlinkedMentions(wiki: WikiGraph, textOf: (file: string) => string | undefined): Mention[] {
  const targets = NAMED.flatMap((kind) => wiki.ofKind(kind) as AnyNode[]);
  const owners = new Map<string, AnyNode | undefined>();
  for (const node of targets) {
    for (const name of [node.title, ...node.aliases]) {
      const key = keyOf(name);
      if (key.length >= MIN_NAME) owners.set(key, owners.has(key) && owners.get(key) !== node ? undefined : node);
    }
  }
  const names = [...owners.keys()].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
  if (names.length === 0) return [];
  const words = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, String.raw`[\s-]+`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${words.join('|')})(?:e?s)?(?![\p{L}\p{N}_-])`, 'giu');
  return wiki.nodes.flatMap((page) => (page.kind === 'claim' ? [] : mentionsOn(page)));

  function mentionsOn(page: AnyNode): Mention[] {
    const raw = textOf(page.file);
    if (raw === undefined) return [];
    const text = normaliseSource(raw);
    const source = sourceText(text);
    const prose = text.replace(NOT_PROSE, (hidden) => hidden.replace(/[^\n]/g, '\u0000'));
    const done = new Set<NodeId>([page.id, ...wiki.out(page.id).map((edge) => edge.target)]);
    const found: Mention[] = [];
    for (const match of prose.matchAll(pattern)) {
      const [written] = match;
      const node =
        owners.get(keyOf(written)) ??
        owners.get(keyOf(written.replace(/e?s$/i, ''))) ??
        owners.get(keyOf(written.replace(/s$/i, '')));
      // A short name in capitals is an abbreviation: `It` is not `IT`.
      const isOdd =
        node &&
        written.length <= 4 &&
        ![node.title, ...node.aliases].some((name) => written.replace(/s$/, '') === name.replace(/s$/, ''));
      if (!node || isOdd || done.has(node.id)) continue;
      done.add(node.id);
      const name = node.kind === 'guest' ? `guest:${node.slug}` : node.slug;
      const link = keyOf(written) === node.slug ? `[[${written}]]` : `[[${name}|${written.replace(/\s+/g, ' ')}]]`;
      const span = source.span(match.index, match.index + written.length);
      found.push({ page: page.id, file: page.file, span, written, target: node.id, link });
    }
    return found;
  }
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
