import { defineCollection } from 'astro:content';
import { allKinds, type KindName, type Kinds } from './wiki/kinds/index.ts';
import { nodeLoader } from './workspace/node-loader.ts';

type CollectionOf<K extends KindName> = { loader: ReturnType<typeof nodeLoader>; schema: Kinds[K]['schema'] };

/**
 * One collection a kind, for whoever adds a page: `getCollection('concepts')`. They carry validated front matter;
 * bodies, evidence and back-links come from the site's views.
 */
export const collections = Object.fromEntries(
  allKinds.map((kind) => [kind.folder, defineCollection({ loader: nodeLoader(kind.name), schema: kind.schema })]),
) as { [K in KindName as Kinds[K]['folder']]: CollectionOf<K> };
