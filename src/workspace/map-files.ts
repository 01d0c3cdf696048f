import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { encodeChunk, encodeMap } from '../wiki/views/contracts/map-wire.ts';
import type { MapData } from '../wiki/views/map/map-data.ts';

/** Files of the map inside the site, and the one to ask for first. */
export interface MapFiles {
  /** Path inside the site of the first paint: `graph/map-<digest>.bin`; chunk `i` is `graph/map-<digest>-<i>.bin`. */
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
export function mapFiles({ paint, chunks }: MapData): MapFiles {
  const all = [encodeMap(paint), ...chunks.map(encodeChunk)];
  const digests = all.map((bytes) => hash('sha256', bytes, 'base64url'));
  const name = `map-${hash('sha256', digests.join(' '), 'hex').slice(0, DIGEST_LENGTH)}`;
  const files = new Map(
    all.map((bytes, index) => [index === 0 ? `${name}.bin` : `${name}-${index - 1}.bin`, zipped(bytes)]),
  );
  return { first: `graph/${name}.bin`, files };
}

function zipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = Uint8Array.from(gzipSync(bytes, { level: 9 }));
  // The system it was made on, which changes nothing.
  packed[9] = 255;
  return packed;
}
