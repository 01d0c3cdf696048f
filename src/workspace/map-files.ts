import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { encodeChunk, encodeIds, encodeMap, encodeTitles } from '../wiki/views/contracts/map-wire.ts';
import type { MapData } from '../wiki/views/map/map-data.ts';

/** Files of the map inside the site, and the one to ask for first. */
export interface MapFiles {
  /**
   * Path inside the site of the first paint: `graph/map-<digest>.bin`. Beside it `…-titles.bin`, `…-ids-<i>.bin`, and chunk `i`, `…-<i>.bin`.
   */
  first: string;
  /** Name inside `graph/` → gzipped bytes. */
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Characters of the digest in file names. */
const DIGEST_LENGTH = 12;

/**
 * The map as gzipped files, named by what is in all of them: an address never changes its meaning, so hosts may let browsers keep it for
 * ever. They are gzipped here because hosts do not compress what they do not know.
 */
export function mapFiles({ paint, titles, ids, chunks }: MapData): MapFiles {
  const all = new Map<string, Uint8Array<ArrayBuffer>>([
    ['', encodeMap(paint)],
    ['-titles', encodeTitles(titles)],
    ...ids.map((each, index) => [`-ids-${index}`, encodeIds(each)] as const),
    ...chunks.map((chunk, index) => [`-${index}`, encodeChunk(chunk)] as const),
  ]);
  const digests = Array.from(all.values(), (bytes) => hash('sha256', bytes, 'base64url'));
  const name = `map-${hash('sha256', digests.join(' '), 'hex').slice(0, DIGEST_LENGTH)}`;
  const files = new Map(Array.from(all, ([part, bytes]) => [`${name}${part}.bin`, zipped(bytes)]));
  return { first: `graph/${name}.bin`, files };
}

function zipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = Uint8Array.from(gzipSync(bytes, { level: 9 }));
  // The system it was made on, which changes nothing.
  packed[9] = 255;
  return packed;
}
