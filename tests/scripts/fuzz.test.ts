import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../scripts/fuzz/mutate.ts';
import { runTarget, shareOf, targets } from '../../scripts/fuzz/run-fuzz.ts';

/** Enough to meet every kind of surprise; `npm run fuzz` feeds twenty times as many. */
const INPUTS = 5000;
const SEED = 20260131;

describe('whatever strangers write', () => {
  it.each(targets.map((target) => [target.name, target] as const))(
    '%s: no crash, no hang, a place for every problem',
    (_, target) => {
      runTarget(target, shareOf(target, INPUTS), SEED);
    },
  );

  it('is said with the input that broke a promise', () => {
    const broken = { ...targets[0], run: (input: unknown) => expect(JSON.stringify(input)).not.toContain('a') };
    expect(() => runTarget(broken as (typeof targets)[0], 50, SEED)).toThrow(/seed: 20260131/);
  });

  it('is changed as it was told', () => {
    const at = 0x8000;
    expect(applyChanges('abcd', [{ at, length: 1, kind: 'cut', text: '' }])).toBe('ab');
    expect(applyChanges('abcd', [{ at, length: 1, kind: 'insert', text: 'X' }])).toBe('abXcd');
    expect(applyChanges('a\nb\nc', [{ at, length: 0, kind: 'delete-line', text: '' }])).toBe('a\nc');
  });
});
