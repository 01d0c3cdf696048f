import type { AnyNode, NodeId } from '../wiki/corpus/node.ts';
import { allKinds, kinds } from '../wiki/kinds/index.ts';
import { foldWords, nameKey } from '../wiki/text/name-key.ts';
import { compareText } from '../wiki/text/order.ts';
import {
  encodeNames,
  encodeTails,
  MAX_NAMES_IN_ONE,
  MAX_NAMES_OF_A_LETTER,
  type NamedPage,
  type NameManifest,
  type NameShard,
  shardFor,
  startOf,
  type TailTable,
} from '../wiki/views/contracts/name-index.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';

/** Every title and alias of the pages, spread over files where they are many. */
export function nameIndex(context: ViewContext): {
  manifest: NameManifest;
  shards: Map<string, NameShard>;
  tails: TailTable[];
} {
  const { graph } = context.wiki;
  const nodes = graph.nodes.filter((node) => kinds[node.kind].storage === 'file');
  const evidence = evidenceCounts(context);
  const pages = nodes.map((node) => namedPage(context, node, evidence.get(node.id) ?? 0)).sort(byTitle);
  const names = pages.flatMap((page) => [page.title, ...page.aliases]);
  const starts = names.length > MAX_NAMES_IN_ONE ? startsOf(names) : new Set(['*']);
  const shardOf = (name: string) => shardFor(startOf(foldWords(name)), starts) as string;
  const tails = starts.has('*') ? [] : encodeTails(names.map((name) => ({ key: nameKey(name), shard: shardOf(name) })));
  const groups = new Map<string, NamedPage[]>();
  for (const page of pages) {
    for (const shard of new Set(namesToFind(context, page).map(shardOf))) {
      const group = groups.get(shard);
      if (group) group.push(page);
      else groups.set(shard, [page]);
    }
  }
  const shards = new Map(
    [...groups].sort(([a], [b]) => compareText(a, b)).map(([key, list]) => [key, encodeNames(list)]),
  );
  return {
    manifest: {
      shards: [...shards.keys()],
      kinds: Object.fromEntries(allKinds.map((kind) => [kind.name, { folder: kind.folder, one: kind.one }])),
      records: { pages: pages.length, claims: graph.nodes.length - pages.length },
      tails: tails.length,
      facets: {},
    },
    shards,
    tails,
  };
}

function namedPage(context: ViewContext, node: AnyNode, evidence: number): NamedPage {
  const { graph } = context.wiki;
  const options = graph.out(node.id, 'compares').filter((edge) => edge.field.startsWith('options.'));
  return {
    kind: node.kind,
    slug: node.slug,
    title: node.title,
    aliases: node.aliases,
    weight: Math.round(Math.log2(1 + evidence)),
    ...(options.length > 0 ? { options: options.map((edge) => graph.node(edge.target).slug) } : {}),
  };
}

/** How many claims each page links with, or is linked from. */
function evidenceCounts({ wiki: { graph } }: ViewContext): Map<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const kind of allKinds.filter(({ storage }) => storage === 'list')) {
    for (const { id } of graph.ofKind(kind.name)) {
      const pages: NodeId[] = [];
      for (const { target } of graph.out(id)) if (!pages.includes(target)) pages.push(target);
      for (const { source } of graph.in(id)) if (!pages.includes(source)) pages.push(source);
      for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1);
    }
  }
  return counts;
}

/** How files are cut: by first letter, and by two where many names begin with one. */
function startsOf(names: readonly string[]): Set<string> {
  const byLetter = Map.groupBy(
    names.map((name) => startOf(foldWords(name))),
    (start) => (start.startsWith('u') && /\d/.test(start) ? start : start.slice(0, 1)),
  );
  return new Set(
    [...byLetter].flatMap(([letter, starts]) => (starts.length > MAX_NAMES_OF_A_LETTER ? starts : [letter])),
  );
}

/** A page stands wherever one of its names begins, and a comparison where its options do. */
function namesToFind(context: ViewContext, page: NamedPage): string[] {
  const options = (page.options ?? []).flatMap((slug) => {
    const option = context.wiki.graph.find(`concept:${slug}`);
    return option ? [option.title, ...option.aliases] : [];
  });
  return [page.title, ...page.aliases, ...options];
}

function byTitle(left: NamedPage, right: NamedPage): number {
  return (
    compareText(left.kind, right.kind) || compareText(left.title, right.title) || compareText(left.slug, right.slug)
  );
}
