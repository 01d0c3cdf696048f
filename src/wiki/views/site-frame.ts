import { allKinds, type KindName } from '../kinds/index.ts';
import type { Settings } from '../settings.ts';
import { contentPolicy, type PolicyScope } from './content-policy.ts';
import { capital } from './page-view.ts';
import { defineShapeTable } from './tables.ts';
import { indexPathOf, type ViewContext } from './view-context.ts';

/** What stands around every page. */
export interface SiteFrame {
  settings: Settings;
  base: string;
  /** Kinds that have pages, in reading order, with the address of their index. */
  navigation: { kind: KindName; title: string; href: string }[];
  /** Hue of every kind, for the style sheet. */
  hues: Record<KindName, number>;
  /** What pages may load, as Content Security Policies. */
  policies: Record<PolicyScope, string>;
}

export function siteFrame(context: ViewContext): SiteFrame {
  return frames(context, 'all') as SiteFrame;
}

const frames = defineShapeTable('frame', (context) => {
  const { settings, graph } = context.wiki;
  const frame: SiteFrame = {
    settings,
    base: context.base,
    navigation: allKinds
      .filter(({ name }) => graph.ofKind(name).length > 0)
      .map(({ name, many }) => ({ kind: name, title: capital(many), href: context.base + indexPathOf(name) })),
    hues: Object.fromEntries(allKinds.map((kind) => [kind.name, kind.hue])) as Record<KindName, number>,
    policies: { page: contentPolicy(graph, 'page'), search: contentPolicy(graph, 'search') },
  };
  return new Map([['all', frame]]);
});

/** How many pages of a kind there are. */
export function totalOf(context: ViewContext, kind: KindName): number {
  return totals(context, kind) ?? 0;
}

const totals = defineShapeTable(
  'totals',
  ({ wiki }) => new Map(allKinds.map(({ name }) => [name, wiki.graph.ofKind(name).length])),
);
