import type { AnyNode } from '../wiki/corpus/node.ts';
import { allKinds, kinds } from '../wiki/kinds/index.ts';
import { compareText } from '../wiki/text/order.ts';
import {
  encodeNames,
  MAX_NAMES_IN_ONE,
  type NamedPage,
  type NameManifest,
  type NameShard,
  shardOf,
} from '../wiki/views/contracts/name-index.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';

/** Every title and alias of the pages, spread over files where they are many. */
export function nameIndex(context: ViewContext): { manifest: NameManifest; shards: Map<string, NameShard> } {
  const { graph } = context.wiki;
  const nodes = graph.nodes.filter((node) => kinds[node.kind].storage === 'file');
  const pages = nodes.map((node) => namedPage(context, node)).sort(byTitle);
  const names = pages.reduce((sum, page) => sum + 1 + page.aliases.length, 0);
  const groups = new Map<string, NamedPage[]>();
  for (const page of pages) {
    for (const letter of names <= MAX_NAMES_IN_ONE ? ['*'] : shardsOf(context, page)) {
      const group = groups.get(letter);
      if (group) group.push(page);
      else groups.set(letter, [page]);
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
    },
    shards,
  };
}

function namedPage(context: ViewContext, node: AnyNode): NamedPage {
  const { graph } = context.wiki;
  const evidence = new Set(
    [...graph.in(node.id), ...graph.out(node.id)]
      .flatMap((edge) => [edge.source, edge.target])
      .filter((id) => kinds[graph.node(id).kind].storage === 'list'),
  );
  const options = graph.out(node.id, 'compares').filter((edge) => edge.field.startsWith('options.'));
  return {
    kind: node.kind,
    slug: node.slug,
    title: node.title,
    aliases: node.aliases,
    weight: Math.round(Math.log2(1 + evidence.size)),
    ...(options.length > 0 ? { options: options.map((edge) => graph.node(edge.target).slug) } : {}),
  };
}

/** A page stands wherever one of its names begins, and a comparison where its options do. */
function shardsOf(context: ViewContext, page: NamedPage): Set<string> {
  const options = (page.options ?? []).flatMap((slug) => {
    const option = context.wiki.graph.find(`concept:${slug}`);
    return option ? [option.title, ...option.aliases] : [];
  });
  return new Set([page.title, ...page.aliases, ...options].map(shardOf));
}

function byTitle(left: NamedPage, right: NamedPage): number {
  return (
    compareText(left.kind, right.kind) || compareText(left.title, right.title) || compareText(left.slug, right.slug)
  );
}
