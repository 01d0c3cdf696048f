import type { ClaimNode } from '../evidence/checked-claim.ts';
import { contentStems } from '../evidence/words.ts';
import { shingleHash } from '../text/fingerprint.ts';
import { groupBy } from '../text/order.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

/** Share of telling words two claims of one guest have in common before they are one claim. */
const SAME = 0.8;
/** Telling words below which likeness means nothing. */
const MIN_WORDS = 4;

const twice = (text: string) =>
  `${claimYaml('')}- id: again\n  by: ada\n  at: "3:00-4:00"\n  text: ${text}\n  type: rule\n  status: reviewed\n  about: [rag]\n`;

export const nearDuplicateClaim = defineRule({
  code: 'near-duplicate-claim',
  severity: 'warning',
  explanation: `One guest makes the same claim twice, or nearly: four of five telling words are the same. It would count twice in every tally. Keep
one, with both ranges in \`at\`, or say what tells them apart.`,
  wrong: soundWith({
    'claims/one.yaml': twice('Facts belong in the index.').replaceAll('in the index', 'in an index rebuilt daily'),
  }),
  right: soundWith({ 'claims/one.yaml': twice('Style belongs in the weights of a model.') }),
  reads: ['words'],
  note(node) {
    if (node.kind === 'claim') signOf(node);
  },
  *check(wiki) {
    for (const group of groupBy(wiki.ofKind('claim'), (claim) => claim.data.by).values()) {
      const signs = signsOf(group);
      for (const [index, claim] of group.entries()) {
        for (let before = nextAlike(signs, index, -1); before < index; before = nextAlike(signs, index, before)) {
          const other = group[before] as ClaimNode;
          if (likeness(claim, other) < SAME) continue;
          yield {
            file: claim.file,
            span: claim.locate(['text']),
            message: `this says what \`${other.slug}\` says`,
            hint: 'keep one of them, with both ranges in `at`',
            related: [{ file: other.file, span: other.locate(['text']), message: 'said first here' }],
          };
        }
      }
    }
  },
});

/** How many telling words a claim has, and 64 bits, of which each word sets one. */
type Sign = readonly [size: number, low: number, high: number];

/**
 * Of two sets that share at least `SAME` of their words, so many differ at most, by the number of both: with s words in
 * common of a + b - s, a + b - 2s differ. Each of them sets one bit, so that no more bits can differ than words: most pairs
 * are told apart by their signs.
 */
const MAX_DIFFERING = (1 - SAME) / (1 + SAME) + 1e-9;

/** Signs of claims in columns: their pairs are many. */
type Signs = Record<'sizes' | 'lows' | 'highs', Int32Array>;

function signsOf(claims: readonly ClaimNode[]): Signs {
  const signs = claims.map(signOf);
  return {
    sizes: Int32Array.from(signs, ([size]) => size),
    lows: Int32Array.from(signs, ([, low]) => low),
    highs: Int32Array.from(signs, ([, , high]) => high),
  };
}

/** The first claim after `before` that may say what the one at `index` says; `index` where there is none in front of it. */
function nextAlike({ sizes, lows, highs }: Signs, index: number, before: number): number {
  const size = sizes[index] as number;
  if (size < MIN_WORDS) return index;
  const [low, high] = [lows[index] as number, highs[index] as number];
  for (let at = before + 1; at < index; at++) {
    const otherSize = sizes[at] as number;
    if (otherSize < MIN_WORDS) continue;
    const differing = bits(low ^ (lows[at] as number)) + bits(high ^ (highs[at] as number));
    if (differing <= MAX_DIFFERING * (size + otherSize)) return at;
  }
  return index;
}

function signOf({ data, notes }: ClaimNode): Sign {
  notes.sign ??= makeSign(new Set(contentStems(data.text)));
  return notes.sign as Sign;
}

function makeSign(words: ReadonlySet<string>): Sign {
  let [low, high] = [0, 0];
  for (const word of words) {
    const bit = shingleHash([word], 0, 1) % 64;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return [words.size, low, high];
}

/** Bits that are set (Warren, Hacker’s Delight, 5-1). */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Share of telling words two claims have in common. */
function likeness(one: ClaimNode, other: ClaimNode): number {
  const [left, right] = [new Set(contentStems(one.data.text)), new Set(contentStems(other.data.text))];
  const both = left.intersection(right).size;
  return both / (left.size + right.size - both);
}
