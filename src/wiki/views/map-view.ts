import type { AnyNode } from '../corpus/node.ts';
import { idFiles } from './contracts/map-parts.ts';
import { type DrawnMap, drawnMap } from './map/drawn-map.ts';
import { type MapParts, mapParts } from './map/map-data.ts';
import { placeLabels } from './map/place-labels.ts';
import type { ViewContext } from './view-context.ts';

/** The whole map, laid out, with labels. */
export interface MapView {
  /** Stands for all of the map but the titles in its chunks. */
  digest: string;
  /** Of the titles in each chunk. */
  titles: readonly string[];
  /** Files of ids. */
  idFiles: number;
  /** What it is made of, asked for where something is made anew. */
  parts(): MapParts;
}

export function mapView(context: ViewContext): MapView {
  const { memory } = context;
  const { graph } = context.wiki;
  const map = drawnMap(context);
  const titleOf = (row: number) => (graph.nodes[row] as AnyNode).title;
  const yearOf = (row: number) => Number(graph.date((graph.nodes[row] as AnyNode).id)?.slice(0, 4) ?? 0);
  const pages = [...map.graph.ids.keys()].filter((row) => !map.isDeferred(row));
  let made: MapParts | undefined;
  const parts = () => {
    const { graph, communities, scores, positions, isDeferred } = map;
    made ??= mapParts({
      ...{ graph, communities, scores, positions, isDeferred, title: titleOf, year: yearOf },
      labels: () => labelsOf(map, pages, titleOf),
    });
    return made;
  };
  const named = [...pages, ...map.communities.coarseNames];
  const years = Uint16Array.from(map.graph.ids, (_, row) => yearOf(row));
  const digest = memory.digest(map.digest, years, JSON.stringify(named.map(titleOf)));
  const rows = memory.of('chunks', digest, () => parts().rows);
  return {
    digest,
    titles: rows.map((own) => memory.digest(JSON.stringify(Array.from(own, titleOf)))),
    idFiles: idFiles(map.graph.ids.length),
    parts,
  };
}

/** Label codes by row. */
function labelsOf({ scores, positions, graph }: DrawnMap, pages: readonly number[], titleOf: (row: number) => string) {
  const wishes = [...pages]
    .sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right)
    .map((row) => ({ row, x: positions.x[row] as number, y: positions.y[row] as number, title: titleOf(row) }));
  return placeLabels(wishes, graph.ids.length, sideOf(wishes));
}

/** The longer side of what encloses all points. */
export function sideOf(points: readonly { x: number; y: number }[]): number {
  const span = (axis: 'x' | 'y') => {
    const [low, high] = points.reduce(
      ([least, most], point) => [Math.min(least, point[axis]), Math.max(most, point[axis])],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    );
    return high - low;
  };
  return points.length === 0 ? 0 : Math.max(span('x'), span('y'));
}
