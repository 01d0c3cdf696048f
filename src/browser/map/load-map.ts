import type { MapChunk, MapIds, MapPaint, MapTitles } from '../../wiki/views/contracts/map-parts.ts';
import { type Decoded, decodeChunk, decodeIds, decodeMap, decodeTitles } from '../../wiki/views/contracts/map-wire.ts';

/** Fetches files of the map; those it names are published gzipped. */
export interface MapFiles {
  paint(): Promise<MapPaint>;
  titles(paint: MapPaint): Promise<MapTitles>;
  ids(paint: MapPaint, index: number): Promise<MapIds>;
  chunk(paint: MapPaint, index: number): Promise<MapChunk>;
}

/** `first` is the address of the first paint, `….bin`; the others stand beside it, as `workspace/map-files.ts` says. */
export function mapFiles(first: string, signal: AbortSignal): MapFiles {
  const bytes = async (address: string) => {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body) throw new Error(`the map cannot be loaded: ${response.status} ${address}`);
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  };
  const part = (name: string | number) => bytes(first.replace(/\.bin$/, `-${name}.bin`));
  return {
    paint: async () => unwrapped(decodeMap(await bytes(first))),
    titles: async (paint) => unwrapped(decodeTitles(await part('titles'), paint)),
    ids: async (paint, index) => unwrapped(decodeIds(await part(`ids-${index}`), paint)),
    chunk: async (paint, index) => unwrapped(decodeChunk(await part(index), paint)),
  };
}

function unwrapped<T>(decoded: Decoded<T>): T {
  if (decoded.problem !== undefined) throw new Error(decoded.problem);
  return decoded.value;
}
