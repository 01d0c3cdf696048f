import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { MapIds } from '../wiki/views/contracts/map-parts.ts';
import { encodeChunk, encodeIds, encodeMap, encodeTitles } from '../wiki/views/contracts/map-wire.ts';
import type { MapView } from '../wiki/views/map-view.ts';
import type { Memory } from '../wiki/views/memory.ts';

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

/** A file as it was made: a digest of what is in it, and its gzipped bytes. */
interface Made {
  digest: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The map as gzipped files, named by what is in all of them: an address never changes its meaning, so hosts may let browsers keep it for
 * ever. They are gzipped here because hosts do not compress what they do not know. Files that were made of the same before are taken again.
 */
export function mapFiles({ digest, titles, idFiles, parts }: MapView, memory: Memory): MapFiles {
  const file = (part: string, madeOf: string, encode: () => Uint8Array): [part: string, made: Made] => [
    part,
    memory.of(`file${part}`, madeOf, () => {
      const bytes = encode();
      return { digest: hash('sha256', bytes, 'base64url'), bytes: zipped(bytes) };
    }),
  ];
  let ids: MapIds[] | undefined;
  const idsOf = (index: number) => {
    ids ??= parts().ids();
    return ids[index] as MapIds;
  };
  const all = [
    file('', digest, () => encodeMap(parts().paint())),
    file('-titles', digest, () => encodeTitles(parts().titles())),
    ...Array.from({ length: idFiles }, (_, index) => file(`-ids-${index}`, digest, () => encodeIds(idsOf(index)))),
    ...titles.map((own, index) =>
      file(`-${index}`, memory.digest(digest, own), () => encodeChunk(parts().chunk(index))),
    ),
  ];
  const digests = all.map(([, made]) => made.digest);
  const name = `map-${hash('sha256', digests.join(' '), 'hex').slice(0, DIGEST_LENGTH)}`;
  return { first: `graph/${name}.bin`, files: new Map(all.map(([part, { bytes }]) => [`${name}${part}.bin`, bytes])) };
}

function zipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = Uint8Array.from(gzipSync(bytes, { level: 9 }));
  // The system it was made on, which changes nothing.
  packed[9] = 255;
  return packed;
}
