import { drawnMap } from './map/drawn-map.ts';
import { type MapData, mapData } from './map/map-data.ts';
import { placeLabels } from './map/place-labels.ts';
import type { ViewContext } from './view-context.ts';

/** The whole map, laid out, with labels. */
export function mapView(context: ViewContext): MapData {
  const map = drawnMap(context);
  const { graph, scores, positions, isDeferred } = map;
  const { nodes } = context.wiki.graph;
  const node = (row: number) => nodes[row] as (typeof nodes)[number];
  const pages = [...graph.ids.keys()].filter((row) => !isDeferred(row));
  const wishes = pages
    .sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right)
    .map((row) => ({
      row,
      x: positions.x[row] as number,
      y: positions.y[row] as number,
      title: node(row).title,
    }));
  return mapData({
    ...map,
    labels: placeLabels(wishes, nodes.length, sideOf(wishes)),
    title: (row) => node(row).title,
    year: (row) => Number(context.wiki.graph.date(node(row).id)?.slice(0, 4) ?? 0),
  });
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
