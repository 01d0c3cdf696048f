import { kinds } from '../kinds/index.ts';
import { slugify } from '../text/slug.ts';
import { pathOf, type ViewContext } from './view-context.ts';

export interface RedirectView {
  /** Path inside the site of the old name. */
  path: string;
  /** Address of the page it leads to. */
  to: string;
  title: string;
}

/** Old names lead to their page, unless a page of its own has that address. */
export function redirects(context: ViewContext): RedirectView[] {
  const { graph } = context.wiki;
  const taken = new Set(graph.nodes.map(pathOf));
  const found: RedirectView[] = [];
  for (const node of graph.nodes) {
    if (kinds[node.kind].storage !== 'file') continue;
    for (const name of [...node.aliases, ...otherOrders(context, node.id)]) {
      const slug = slugify(name);
      const path = pathOf({ kind: node.kind, slug });
      if (slug === '' || taken.has(path)) continue;
      taken.add(path);
      found.push({ path, to: context.href(node.id), title: node.title });
    }
  }
  return found;
}

/** "Y vs X" leads to X vs Y. */
function otherOrders(context: ViewContext, id: Parameters<ViewContext['href']>[0]): string[] {
  const node = context.wiki.graph.node(id);
  if (node.kind !== 'comparison' || node.data.options.length !== 2) return [];
  const parts = node.slug.split('-vs-');
  const options = context.wiki.graph
    .out(id, 'compares')
    .filter((edge) => edge.field.startsWith('options.'))
    .map((edge) => context.wiki.graph.node(edge.target).slug);
  return [parts, options].filter((pair) => pair.length === 2).flatMap(([a, b]) => [`${b}-vs-${a}`, `${a}-vs-${b}`]);
}
