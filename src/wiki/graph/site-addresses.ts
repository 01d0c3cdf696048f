import type { AnyNode } from '../corpus/node.ts';
import { allKinds } from '../kinds/index.ts';
import { formerAddresses, pathOf } from './addresses.ts';
import { isPublished } from './published-graph.ts';
import type { WikiGraph } from './wiki-graph.ts';

/** Pages that are nobody’s: they come with every site. */
const FIXED = ['', 'compare/', 'embed/', 'graph/', 'method/', 'paths/', 'search/'];

const sets = new WeakMap<WikiGraph, ReadonlySet<string>>();

/** Every address of a page that readers can reach by a link of ours, inside the site, with a slash at the end. */
export function siteAddresses(wiki: WikiGraph): ReadonlySet<string> {
  const known = sets.get(wiki);
  if (known) return known;
  const shown = wiki.nodes.filter(isPublished);
  const made = new Set([
    ...FIXED,
    ...allKinds.map((kind) => `${kind.folder}/`),
    ...shown.map(pathOf),
    ...formerAddresses(wiki).keys(),
    ...shown.filter((node) => node.kind === 'comparison').map((node) => `${pathOf(node)}record/`),
  ]);
  sets.set(wiki, made);
  return made;
}

/**
 * Where a link in a page’s text leads, inside the site and with a slash at the end; `undefined` for one that leaves the site,
 * stays on the page, or lies where nobody can say (pairs of guests and concepts are computed later).
 */
export function whereTo(node: AnyNode, url: string): string | undefined {
  const from = new URL(`http://site.invalid/${pathOf(node)}`);
  const to = URL.parse(url, from);
  if (!to || to.host !== from.host) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(to.pathname).slice(1);
  } catch {
    path = to.pathname.slice(1);
  }
  path = path.replace(/(^|\/)index\.html$/, '$1').replace(/(?<=[^/])$/, '/');
  return path.startsWith('compare/') ? undefined : path;
}
