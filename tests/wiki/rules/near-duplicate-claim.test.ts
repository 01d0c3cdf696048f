import { expect, it } from 'vitest';
import { contentStems } from '../../../src/wiki/evidence/words.ts';
import { soundWith } from '../../../src/wiki/rules/examples.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';

const WORDS = 'index model night token vector search latency'.split(' ');
// Few words, so that many claims share most of theirs.
const text = fc.shuffledSubarray(WORDS, { minLength: 3 }).map((words) => words.join(' '));

it('finds each pair of one guest that shares four of five telling words, and no other', () => {
  let pairs = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('ada', 'hans'), text), { minLength: 2, maxLength: 12 }), (claims) => {
      const yaml = claims.map(
        ([by, said], index) =>
          `- id: c${String(index).padStart(2, '0')}\n  by: ${by}\n  at: "${index}:30"\n  text: ${said}\n  type: rule\n  status: reviewed\n  about: [rag]\n`,
      );
      const { diagnostics } = compile(soundWith({ 'claims/one.yaml': yaml.join('') }));
      const found = diagnostics.filter(({ code }) => code === 'near-duplicate-claim').map(({ message }) => message);
      const expected = claims.flatMap(([by, said], index) =>
        claims.slice(0, index).flatMap(([otherBy, otherSaid], other) => {
          const [one, two] = [new Set(contentStems(said)), new Set(contentStems(otherSaid))];
          const both = one.intersection(two).size;
          const isSame = by === otherBy && Math.min(one.size, two.size) >= 4 && both / one.union(two).size >= 0.8;
          return isSame ? [`this says what \`one/c${String(other).padStart(2, '0')}\` says`] : [];
        }),
      );
      pairs += expected.length;
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
  expect(pairs).toBeGreaterThan(50);
});
