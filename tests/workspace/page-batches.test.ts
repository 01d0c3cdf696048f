import { describe, expect, it } from 'vitest';
import { BATCH, PageBatches } from '../../src/workspace/threads/page-batches.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe('batches of pages', () => {
  it.each([0, 1, BATCH, BATCH + 1, 5 * BATCH - 1])('of %i pages are all of them, in order', (length) => {
    expect([...new PageBatches().of(list(length))].flat()).toEqual(list(length));
  });

  it('go to whoever asks first, each to one', () => {
    const pages = list(4 * BATCH + 3);
    const first = new PageBatches();
    const other = new PageBatches(first.memory);
    const own = first.of(pages);
    const theirs = other.of(pages);
    const taken = [own.next(), theirs.next(), theirs.next(), own.next(), theirs.next()];
    expect(taken.flatMap(({ value }) => value ?? [])).toEqual(pages);
    expect([own.next().done, theirs.next().done]).toEqual([true, true]);
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
