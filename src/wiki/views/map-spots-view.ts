import type { NodeId } from '../corpus/node.ts';
import type { StanceTaken } from '../graph/agreement.ts';
import { bridges } from '../graph/measures/bridges.ts';
import { contestedSpots } from '../graph/measures/contested-spots.ts';
import { thinSpots } from '../graph/measures/thin-spots.ts';
import type { Stance } from '../kinds/claim.ts';
import { type KindName, kinds } from '../kinds/index.ts';
import { count, listOf } from '../text/plain.ts';
import { claimLine, type Named, named } from './claim-line.ts';
import { drawnMap } from './map/drawn-map.ts';
import type { ViewContext } from './view-context.ts';

/** A page worth a look, and why. */
export interface Spot extends Named {
  kind: KindName;
  why: string;
}

/** What each list is called, and what it is good for. */
export const SPOT_LISTS: Record<keyof MapSpotsView, { title: string; about: string }> = {
  bridges: { title: 'Bridges', about: 'what ties groups of pages together' },
  contested: { title: 'Contested', about: 'where guests divide' },
  thin: { title: 'Thin', about: 'where much leads and little was said' },
};

/** Places on the map that a reader, and a curator, should know of. */
export interface MapSpotsView {
  /** What ties communities together. */
  bridges: Spot[];
  /** Where guests divide. */
  contested: Spot[];
  /** Where much leads and little was said. */
  thin: Spot[];
}

/** Longer lists are read by nobody. */
export const MAX_SPOTS = 12;
/** Communities named of a bridge. */
const MAX_COMMUNITIES = 3;

export function mapSpotsView(context: ViewContext, most = MAX_SPOTS): MapSpotsView {
  const wiki = context.wiki.graph;
  const { graph, weights, communities, digest } = drawnMap(context);
  const { coarse, coarseNames } = communities;
  const isTopic = (row: number) => kinds[graph.kinds[row] as KindName].isTopic;
  const spot = (row: number, why: string): Spot => ({
    ...named(context, graph.ids[row] as NodeId),
    kind: graph.kinds[row] as KindName,
    why,
  });
  const titleOf = (community: number) => wiki.node(graph.ids[coarseNames[community] as number] as NodeId).title;
  return {
    bridges: context.memory
      .of('bridges', digest, () => bridges(graph, weights, coarse))
      .filter(({ row }) => isTopic(row))
      .slice(0, most)
      .map(({ row, communities }) => {
        const named = communities.slice(0, MAX_COMMUNITIES).map(titleOf);
        const rest = communities.length - named.length;
        return spot(
          row,
          `ties what belongs to ${listOf(rest > 0 ? [...named, `${count(rest, 'other group')}`] : named)}`,
        );
      }),
    contested: contestedSpots(stancesTaken(context))
      .slice(0, most)
      .map(({ position, supports, qualifies, opposes }) => ({
        ...named(context, position as NodeId),
        kind: wiki.node(position as NodeId).kind,
        why: sides(supports, qualifies, opposes),
      })),
    thin: thinSpots(graph, isTopic)
      .slice(0, most)
      .map(({ row, links, claims }) =>
        spot(row, `${count(links, 'page')} lead here; ${claims === 0 ? 'no claim' : count(claims, 'claim')} on record`),
      ),
  };
}

function sides(supports: number, qualifies: number, opposes: number): string {
  const [first = '', ...rest] = [
    ...(supports > 0 ? [`${supports} for it`] : []),
    ...(qualifies > 0 ? [`${qualifies} with reservations`] : []),
    ...(opposes > 0 ? [`${opposes} against`] : []),
  ];
  return listOf([first.replace(' ', first.startsWith('1 ') ? ' guest ' : ' guests '), ...rest]);
}

/** What guests still hold: superseded claims take no side. */
function stancesTaken(context: ViewContext): Map<NodeId, StanceTaken[]> {
  const { graph } = context.wiki;
  return new Map(
    graph.ofKind('position').map(({ id }) => [
      id,
      graph.in(id, 'takes').flatMap((edge): StanceTaken[] => {
        const line = claimLine(context, edge.source);
        if (!line || line.status === 'superseded') return [];
        return [{ id: line.id, guest: line.guest.id, stance: edge.label as Stance, conditions: line.conditions }];
      }),
    ]),
  );
}
