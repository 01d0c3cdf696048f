import { MARK_PATHS } from '../../wiki/views/contracts/mark-paths.ts';
import type { DrawnKinds } from './draw-above.ts';

/** What the page's legend says about kinds and edge types: how each is drawn. The page is the one place where it stands. */
export interface Legend {
  /** Number of the mark by name of kind. */
  markOf: ReadonlyMap<string, number>;
  /** Name of the stroke by name of edge type. */
  strokeOf: ReadonlyMap<string, string>;
}

export const STROKES = ['solid', 'dashed', 'dotted'] as const;
const DASHES = [[], [6, 4], [1.5, 3]] as const;

export function readLegend(host: HTMLElement): Legend {
  const kinds = [...host.querySelectorAll<HTMLElement>('[data-kind][data-mark]')];
  const types = [...host.querySelectorAll<HTMLElement>('[data-type][data-stroke]')];
  const marks = Object.keys(MARK_PATHS);
  return {
    markOf: new Map(
      kinds.map(({ dataset }) => [dataset.kind as string, Math.max(0, marks.indexOf(dataset.mark as string))]),
    ),
    strokeOf: new Map(types.map(({ dataset }) => [dataset.type as string, dataset.stroke as string])),
  };
}

export function drawnKinds(legend: Legend, edgeTypes: readonly { name: string }[]): DrawnKinds {
  const paths = Object.values(MARK_PATHS);
  return {
    paths: new Map([...legend.markOf].map(([kind, mark]) => [kind, new Path2D(`M0 0${paths[mark]}`)])),
    strokeOf: edgeTypes.map(({ name }) =>
      Math.max(0, STROKES.indexOf((legend.strokeOf.get(name) ?? 'solid') as (typeof STROKES)[number])),
    ),
    dashes: DASHES,
  };
}
