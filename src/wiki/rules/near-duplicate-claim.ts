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
  *check(wiki) {
    for (const group of groupBy(wiki.ofKind('claim'), (claim) => claim.data.by).values()) {
      if (group.length < 2) continue;
      const byWord = new Map<number, Known[]>();
      for (const claim of group) {
        const words = tellingWords(claim);
        if (words.length < MIN_WORDS) continue;
        const telling = words.slice(0, words.length - Math.ceil(SAME * words.length) + 1);
        const near = new Set<Known>();
        for (const word of telling) for (const other of byWord.get(word) ?? []) near.add(other);
        for (const other of near) {
          const count = common(words, other.words);
          if (count / (words.length + other.words.length - count) < SAME) continue;
          yield {
            file: claim.file,
            span: claim.locate(['text']),
            message: `this says what \`${other.claim.slug}\` says`,
            hint: 'keep one of them, with both ranges in `at`',
            related: [{ file: other.claim.file, span: other.claim.locate(['text']), message: 'said first here' }],
          };
        }
        const own = { claim, words };
        for (const word of telling) {
          const holders = byWord.get(word);
          if (holders) holders.push(own);
          else byWord.set(word, [own]);
        }
      }
    }
  },
});

interface Known {
  claim: ClaimNode;
  words: readonly number[];
}

/**
 * A claim's telling words as numbers, each once, in one order for all claims. Of sets that share at least `SAME` of their
 * words, each has one of its first few in common with the other (prefix filtering: Bayardo, Ma, Srikant 2007): most pairs
 * need not be compared then.
 */
function tellingWords({ data, notes }: ClaimNode): readonly number[] {
  const known = notes.words as number[] | undefined;
  if (known) return known;
  const numbers = [...new Set(contentStems(data.text).map((stem) => shingleHash([stem], 0, 1)))];
  const words = numbers.sort((left, right) => left - right);
  notes.words = words;
  return words;
}

/** How many words two claims share. */
function common(left: readonly number[], right: readonly number[]): number {
  let count = 0;
  for (let at = 0, other = 0; at < left.length && other < right.length; ) {
    const [one, two] = [left[at] as number, right[other] as number];
    if (one === two) count++;
    if (one <= two) at++;
    if (two <= one) other++;
  }
  return count;
}
