/** What a result was made of. */
export type Input = string | ArrayBufferView;

/** Results of long work, kept from build to build under what they were made of. */
export interface Memory {
  /** Stands for all of the inputs, in their order. */
  digest(...inputs: readonly Input[]): string;
  /** What `make` once answered under this name for the same digest, or answers now. Plain data: numbers, texts, lists, columns. */
  of<T>(name: string, digest: string, make: () => T): T;
}

/** Where nothing is kept: everything is made. */
export const NO_MEMORY: Memory = { digest: () => '', of: (_name, _digest, make) => make() };
