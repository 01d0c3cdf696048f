import { describe, expect, it } from 'vitest';
import { BATCH, PageBatches } from '../../src/workspace/threads/page-batches.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe('batches of pages', () => {
  it.each([0, 1, BATCH, BATCH + 1, 5 * BATCH - 1])('of %i pages are all of them, in order', (length) => {
    expect([...new PageBatches().of(list(length))].flat()).toEqual(list(length));
  });

  it('go to who began from the front, to who joined from the back, each to one', () => {
    const pages = list(4 * BATCH + 3);
    const first = new PageBatches();
    const other = new PageBatches(first.memory);
    const own = first.of(pages);
    const theirs = other.of(pages);
    const taken = [own.next(), own.next(), theirs.next(), own.next(), theirs.next()].map(({ value }) => value?.[0]);
    expect(taken).toEqual([0, BATCH, 4 * BATCH, 2 * BATCH, 3 * BATCH]);
    expect([own.next().done, theirs.next().done]).toEqual([true, true]);
  });

  it('are taken once by three', () => {
    const pages = list(9 * BATCH + 1);
    const first = new PageBatches();
    const all = [first, new PageBatches(first.memory), new PageBatches(first.memory)].map((one) => one.of(pages));
    const taken: number[] = [];
    for (let left = all; left.length > 0; ) {
      left = left.filter((one) => {
        const { value, done } = one.next();
        taken.push(...(value ?? []));
        return !done;
      });
    }
    expect(taken.sort((one, other) => one - other)).toEqual(pages);
  });

  it('tell whether another thread had any', () => {
    const first = new PageBatches();
    const other = new PageBatches(first.memory);
    expect([...first.of(list(BATCH))]).toHaveLength(1);
    expect([...other.of(list(BATCH))]).toEqual([]);
    expect(first.isShared).toBe(false);
    expect([...other.of(list(9 * BATCH))]).not.toEqual([]);
    expect(first.isShared).toBe(true);
  });
});
