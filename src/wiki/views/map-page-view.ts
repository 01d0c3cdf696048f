import type { KindName } from '../kinds/index.ts';
import { kinds } from '../kinds/index.ts';
import { compareTitles, firstDifference } from '../text/order.ts';
import { type Named, named } from './claim-line.ts';
import type { ViewContext } from './view-context.ts';

/** A row of the table that says what the map shows. */
export interface MapRow extends Named {
  kind: KindName;
  /** Claims that link to it or that it links to. */
  claims: number;
  /** Other pages it is linked with, either way. */
  links: number;
  /** Year of its newest evidence. */
  year?: string;
}

export interface MapPageView {
  /** Pages on the map, and those of them in `rows`. */
  pages: number;
  claims: number;
  rows: MapRow[];
}

/** Rows of the table before a script narrows it: what has most evidence. */
const MAX_ROWS = 100;

/** What the page of the map says without its script. */
export function mapPageView(context: ViewContext): MapPageView {
  const { graph } = context.wiki;
  const pages = graph.nodes.filter((node) => kinds[node.kind].storage === 'file');
  const rows = pages.map((node): MapRow => {
    const around = new Set([
      ...graph.out(node.id).map((edge) => edge.target),
      ...graph.in(node.id).map((edge) => edge.source),
    ]);
    around.delete(node.id);
    const claims = [...around].filter((id) => kinds[graph.node(id).kind].storage === 'list').length;
    return {
      ...named(context, node.id),
      kind: node.kind,
      claims,
      links: around.size - claims,
      year: graph.date(node.id)?.slice(0, 4),
    };
  });
  rows.sort((left, right) =>
    firstDifference(right.claims - left.claims, right.links - left.links, compareTitles(left.title, right.title)),
  );
  return { pages: pages.length, claims: graph.nodes.length - pages.length, rows: rows.slice(0, MAX_ROWS) };
}
