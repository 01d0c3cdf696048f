import { describe, expect, it } from 'vitest';
import { suggest } from '../../../src/wiki/text/suggest.ts';
import fc, { anyText } from '../../support/property.ts';

describe('suggest', () => {
  it.each([
    ['vector-databse', ['vector-database', 'database', 'vector'], 'vector-database'],
    ['alias', ['title', 'aliases', 'about'], 'aliases'],
    ['TITLE', ['title'], 'title'],
    ['emb', ['embedding'], 'embedding'],
    ['colour', ['xyz', 'answer'], undefined],
    ['x', ['y'], undefined],
    ['', ['a', 'ab'], undefined],
    ['ab', [], undefined],
    ['cat', ['bat', 'rat'], 'bat'],
  ])('%j of %j → %j', (text, candidates, expected) => expect(suggest(text, candidates)).toBe(expected));

  it('answers one of the candidates, whatever their order', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyText()), (text, candidates) => {
        const found = suggest(text, candidates);
        if (found !== undefined) expect(candidates).toContain(found);
        expect(suggest(text, [...candidates].reverse())).toBe(found);
      }),
    );
  });

  it('finds a name with one slip in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.nat(), (name, at) => {
        const slip = name.slice(0, at % name.length) + name.slice((at % name.length) + 1);
        expect(suggest(slip, ['0123456789abc', name])).toBe(name);
      }),
    );
  });
});
