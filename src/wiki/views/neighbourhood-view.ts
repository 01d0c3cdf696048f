import type { AnyNode, NodeId } from '../corpus/node.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { type Named, named } from './claim-line.ts';
import { MARK_PATHS } from './contracts/mark-paths.ts';
import {
  type DrawnNeighbour,
  drawNeighbourhood,
  type NeighbourhoodDrawing,
} from './neighbourhood/draw-neighbourhood.ts';
import { type Near, nearest } from './neighbourhood/nearest.ts';
import type { ViewContext } from './view-context.ts';

export interface NeighbourView extends Named, Pick<Near, 'words'>, DrawnNeighbour {
  kind: KindName;
  /** Path data of its mark. */
  mark: string;
}

/** What stands closest to a page: a small drawing, and the same as a list. */
export interface NeighbourhoodView extends Omit<NeighbourhoodDrawing, 'neighbours' | 'centre'> {
  /** Path data of the page's own mark. */
  self: string;
  neighbours: NeighbourView[];
  /** The page on the map. */
  map: string;
}

/** Pages of kinds that want no drawing, and pages without neighbours, have none. */
export function neighbourhoodView(context: ViewContext, node: AnyNode): NeighbourhoodView | undefined {
  const { graph } = context.wiki;
  const near = nearest(context, node.id, kinds[node.kind].neighbours);
  if (near.length === 0) return undefined;
  const places = new Map(near.map(({ id }, place) => [id, place]));
  const { centre, neighbours, ...drawing } = drawNeighbourhood(
    near.map((one) => ({ title: graph.node(one.id).title, stroke: one.stroke, shared: one.shared })),
    linksAmong(context, places),
  );
  return {
    ...drawing,
    self: `M${centre.x} ${centre.y}${MARK_PATHS[kinds[node.kind].mark]}`,
    neighbours: near.map(({ id, kind, words }, place) => {
      const drawn = neighbours[place] as DrawnNeighbour;
      return {
        ...named(context, id),
        ...drawn,
        kind,
        words,
        mark: `M${drawn.x} ${drawn.y}${MARK_PATHS[kinds[kind].mark]}`,
      };
    }),
    map: mapHref(context.base, node.id),
  };
}

/** Address of the map around a page. Ids need no escape in a query. */
export function mapHref(base: string, id: NodeId): string {
  return `${base}graph/?focus=${id}`;
}

function linksAmong(context: ViewContext, places: ReadonlyMap<NodeId, number>): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  for (const [id, from] of places) {
    for (const { target } of context.wiki.graph.out(id)) {
      const to = places.get(target);
      if (to === undefined || to === from) continue;
      const pair: [number, number] = [Math.min(from, to), Math.max(from, to)];
      pairs.set(pair.join(' '), pair);
    }
  }
  return [...pairs.values()];
}
