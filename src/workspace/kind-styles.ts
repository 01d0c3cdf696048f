import { allKinds } from '../wiki/kinds/index.ts';

/** The hue of every kind, as custom properties that the style sheet builds colours from. */
export function kindStyles(): string {
  return allKinds.map((kind) => `.k-${kind.name}{--h:${kind.hue}}`).join('\n');
}
