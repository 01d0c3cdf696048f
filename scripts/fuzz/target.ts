import type fc from 'fast-check';

/** Something that reads what strangers write. */
export interface Target<Input = unknown> {
  name: string;
  /** Its part of all inputs. */
  share: number;
  inputs: fc.Arbitrary<Input>;
  /** Throws where the promise is broken: a crash, output that runs or leaves its folder, a rejection without a place. */
  run(input: Input): void;
}

export function defineTarget<Input>(target: Target<Input>): Target {
  return target as Target;
}

/** Fails with what was promised. */
export function promise(holds: boolean, promised: string, seen?: unknown): asserts holds {
  if (!holds) throw new Error(`${promised}: ${JSON.stringify(seen)?.slice(0, 400)}`);
}
