import { article } from './article.ts';
import { claim } from './claim.ts';
import { collection } from './collection.ts';
import { comparison } from './comparison.ts';
import { concept } from './concept.ts';
import { criterion } from './criterion.ts';
import { episode } from './episode.ts';
import { guest } from './guest.ts';
import { KIND_NAMES, type KindName } from './names.ts';
import { position } from './position.ts';
import { resource } from './resource.ts';
import { show } from './show.ts';

/** The list: a kind is one file plus one word here (and in `KIND_NAMES`). */
export const kinds = {
  comparison,
  concept,
  position,
  criterion,
  claim,
  guest,
  episode,
  show,
  collection,
  article,
  resource,
};

export type Kinds = typeof kinds;
export type DataOf<K extends KindName> = Kinds[K]['schema']['_output'];

export const allKinds = KIND_NAMES.map((name) => kinds[name]);
export const kindByFolder = new Map<string, (typeof allKinds)[number]>(allKinds.map((kind) => [kind.folder, kind]));
export { KIND_NAMES, type KindName };
