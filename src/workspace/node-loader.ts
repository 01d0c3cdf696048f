import { join, relative } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { KindName } from '../wiki/kinds/index.ts';
import type { LoadedSite } from './load-site.ts';
import { PROJECT_ROOT } from './project-root.ts';
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
        // Where the file lies, for editors that complete front matter.
        const filePath = relative(PROJECT_ROOT, join(site?.contentFolder ?? '', node.file)).replaceAll('\\', '/');
        const inside = !filePath.startsWith('..');
        store.set({ id: node.slug, data, digest: generateDigest(data), ...(inside ? { filePath } : {}) });
      }
    },
  };
}
