import {
  type Decoded,
  decodeChunk,
  decodeMap,
  type MapChunk,
  type MapPaint,
} from '../../wiki/views/contracts/map-wire.ts';

/** Fetches files of the map; those it names are published gzipped. */
export interface MapFiles {
  paint(): Promise<MapPaint>;
  chunk(paint: MapPaint, index: number): Promise<MapChunk>;
}

/** `first` is the address of the first paint, `….bin`; chunk `i` is `…-i.bin`. */
export function mapFiles(first: string, signal: AbortSignal): MapFiles {
  const bytes = async (address: string) => {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body) throw new Error(`the map cannot be loaded: ${response.status} ${address}`);
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  };
  return {
    paint: async () => unwrapped(decodeMap(await bytes(first))),
    chunk: async (paint, index) => unwrapped(decodeChunk(await bytes(first.replace(/\.bin$/, `-${index}.bin`)), paint)),
  };
}

function unwrapped<T>(decoded: Decoded<T>): T {
  if (decoded.problem !== undefined) throw new Error(decoded.problem);
  return decoded.value;
}
