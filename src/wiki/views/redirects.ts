import { formerAddresses } from '../graph/addresses.ts';
import type { ViewContext } from './view-context.ts';

export interface RedirectView {
  /** Path inside the site of the old name. */
  path: string;
  /** Address of the page it leads to. */
  to: string;
  title: string;
}

/** Old addresses lead to their page. */
export function redirects(context: ViewContext): RedirectView[] {
  const { graph } = context.wiki;
  return [...formerAddresses(graph)].map(([path, id]) => ({
    path,
    to: context.href(id),
    title: graph.node(id).title,
  }));
}
