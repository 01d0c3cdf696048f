import { allKinds, type KindName } from '../kinds/index.ts';
import type { Settings } from '../settings.ts';
import { contentPolicy, type PolicyScope } from './content-policy.ts';
import { capital } from './page-view.ts';
import { indexPathOf, type ViewContext } from './view-context.ts';

/** What stands around every page. */
export interface SiteFrame {
  settings: Settings;
  base: string;
  /** Kinds that have pages, in reading order, with the address of their index. */
  navigation: { kind: KindName; title: string; href: string; total: number }[];
  /** Hue of every kind, for the style sheet. */
  hues: Record<KindName, number>;
  /** What pages may load, as Content Security Policies. */
  policies: Record<PolicyScope, string>;
}

export function siteFrame(context: ViewContext): SiteFrame {
  return {
    settings: context.wiki.settings,
    base: context.base,
    navigation: allKinds
      .map((kind) => ({
        kind: kind.name,
        title: capital(kind.many),
        href: context.base + indexPathOf(kind.name),
        total: context.wiki.graph.ofKind(kind.name).length,
      }))
      .filter((entry) => entry.total > 0),
    hues: Object.fromEntries(allKinds.map((kind) => [kind.name, kind.hue])) as Record<KindName, number>,
    policies: {
      page: contentPolicy(context.wiki.graph, 'page'),
      search: contentPolicy(context.wiki.graph, 'search'),
    },
  };
}
