import type { Loader } from 'astro/loaders';
import type { KindName } from '../wiki/kinds/index.ts';
import type { LoadedSite } from './load-site.ts';
import { findSite } from './site.ts';

/** Hands a kind's validated front matter to Astro's content layer, by slug. */
export function nodeLoader(kind: KindName): Loader {
  return {
    name: `on-record:${kind}`,
    async load({ store, parseData, generateDigest }) {
      const site = findSite() as LoadedSite | undefined;
      const nodes = site?.wiki.graph.ofKind(kind) ?? [];
      store.clear();
      for (const node of nodes) {
        const data = await parseData({ id: node.slug, data: node.data as Record<string, unknown> });
        store.set({ id: node.slug, data, digest: generateDigest(data) });
      }
    },
  };
}
