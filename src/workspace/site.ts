import type { NodeId } from '../wiki/corpus/node.ts';
import type { Diagnostic } from '../wiki/diagnostics/diagnostic.ts';
import type { KindName } from '../wiki/kinds/names.ts';
import type { ComparisonIndex } from '../wiki/views/comparison/comparison-index.ts';
import type { ConceptPair, ConceptPairView } from '../wiki/views/comparison/concept-pairs.ts';
import type { GuestPair, GuestPairView } from '../wiki/views/comparison/guest-pairs.ts';
import type { PairIndex } from '../wiki/views/comparison/pair-index.ts';
import type { HomeView } from '../wiki/views/home-view.ts';
import type { IndexView } from '../wiki/views/index-view.ts';
import type { MapPageView } from '../wiki/views/map-page-view.ts';
import type { MethodView } from '../wiki/views/method-view.ts';
import type { NodeView } from '../wiki/views/node-view.ts';
import type { OverviewView } from '../wiki/views/overview-view.ts';
import type { Proposal } from '../wiki/views/proposals.ts';
import type { SiteFrame } from '../wiki/views/site-frame.ts';
import type { MapFiles } from './map-files.ts';

/** A page that sends readers of an old name on. */
export interface Redirect {
  path: string;
  to: string;
  title: string;
}

/** The compiled wiki as pages ask for it. It lives in memory, once a process. */
export interface Site {
  /** Absolute folder the content was read from. */
  contentFolder: string;
  base: string;
  readonly frame: SiteFrame;
  readonly pages: readonly { id: NodeId; kind: KindName; slug: string; path: string; file: string }[];
  readonly redirects: readonly Redirect[];
  home(): HomeView;
  method(): MethodView;
  index(kind: KindName): IndexView;
  map(): MapPageView;
  /** The map as one drawing, with up to so many pages named; absent where there is no page. */
  overview(labelled: number): OverviewView | undefined;
  /** What the map loads; made when first asked for. */
  mapFiles(): MapFiles;
  titleOf(id: NodeId): string;
  /** How many pages of a kind there are. */
  totalOf(kind: KindName): number;
  view(id: NodeId): NodeView;
  /** Comparisons by concept. */
  comparisons(): ComparisonIndex;
  /** Every two that have a page of their own. */
  pairs(): PairIndex;
  /** What is compared though nobody has written it. */
  conceptPairs(): readonly ConceptPair[];
  conceptPair(pair: ConceptPair): ConceptPairView;
  guestPairs(): readonly GuestPair[];
  guestPair(pair: GuestPair): GuestPairView;
  /** Claims of an episode, small enough to load when a citation is pointed at. */
  previews(episode: NodeId): Record<string, unknown>;
  /** Claims of an episode that readers do not see, for whoever writes. */
  proposals(episode: NodeId): Proposal[];
  /** Problems in a file, for the page made from it. */
  problems(file: string): Diagnostic[];
  diagnostics: readonly Diagnostic[];
  /** The text behind a problem. */
  source(file: string): string | undefined;
}

/** Pages are bundled apart from the compiler; a registered symbol is where both meet. */
const KEY = Symbol.for('on-record.site');

export function setSite(site: Site): void {
  (globalThis as Record<symbol, unknown>)[KEY] = site;
}

export function findSite(): Site | undefined {
  return (globalThis as Record<symbol, unknown>)[KEY] as Site | undefined;
}

export function currentSite(): Site {
  const site = findSite();
  if (!site)
    throw new Error('no wiki is loaded: build and serve with `onrecord`, or add the integration to astro.config.mjs');
  return site;
}
