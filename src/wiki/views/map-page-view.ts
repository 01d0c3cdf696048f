import { EDGE_STROKES, type Stroke } from '../kinds/edge-strokes.ts';
import type { KindName } from '../kinds/index.ts';
import { allKinds, kinds } from '../kinds/index.ts';
import { EDGES, type EdgeType } from '../kinds/names.ts';
import { compareTitles, firstDifference } from '../text/order.ts';
import { type Named, named } from './claim-line.ts';
import { MARK_PATHS } from './contracts/mark-paths.ts';
import { regionNames } from './map/drawn-map.ts';
import { SHARED_CLAIMS } from './map/map-data.ts';
import { type MapSpotsView, mapSpotsView, SPOT_LISTS, type Spot } from './map-spots-view.ts';
import { ofShape } from './once.ts';
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
  /** What the legend shows, in its order: kinds with a page, and types of edges. */
  kinds: { name: KindName; many: string; mark: string; path: string; total: number }[];
  edgeTypes: { name: string; words: string; stroke: Stroke }[];
  /** Guests with most claims, for the filter; by name. */
  guests: Named[];
  /** What is worth a look, list by list; lists with nothing in them are left out. */
  spots: SpotList[];
}

export interface SpotList {
  name: keyof MapSpotsView;
  title: string;
  about: string;
  /** `map` is the address of the spot on the map. */
  spots: (Spot & { map: string })[];
}

/** Rows of the table before a script narrows it: what has most evidence. */
const MAX_ROWS = 100;
/** Spots of each list: `onrecord spots` has more. */
const MAX_LISTED = 8;
/** Beyond so many a list to choose from is no help; the others are found by name. */
const MAX_GUESTS = 200;

/** What the page of the map says without its script. */
export function mapPageView(context: ViewContext): MapPageView {
  const names = regionNames(context);
  return ofShape(context, 'map-page', () => mapPage(context), names);
}

function mapPage(context: ViewContext): MapPageView {
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
  return {
    pages: pages.length,
    claims: graph.nodes.length - pages.length,
    rows: rows.slice(0, MAX_ROWS),
    kinds: allKinds
      .map(({ name, many, mark }) => ({ name, many, mark, path: MARK_PATHS[mark], total: graph.ofKind(name).length }))
      .filter(({ total }) => total > 0),
    edgeTypes: [
      { name: SHARED_CLAIMS, words: 'shares claims with', stroke: 'solid' },
      ...(Object.keys(EDGES) as EdgeType[]).map((name) => ({ name, words: EDGES[name], stroke: EDGE_STROKES[name] })),
    ],
    guests: rows
      .filter((row) => row.kind === 'guest')
      .slice(0, MAX_GUESTS)
      .map(({ id, title, href }) => ({ id, title, href }))
      .sort((left, right) => compareTitles(left.title, right.title)),
    spots: spotLists(context),
  };
}

function spotLists(context: ViewContext): SpotList[] {
  const view = mapSpotsView(context, MAX_LISTED);
  return (Object.keys(SPOT_LISTS) as (keyof MapSpotsView)[])
    .map((name) => ({
      name,
      ...SPOT_LISTS[name],
      spots: view[name].map((spot) => ({ ...spot, map: `${context.base}graph/?select=${spot.id}` })),
    }))
    .filter(({ spots }) => spots.length > 0);
}
