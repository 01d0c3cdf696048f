import type { AnyNode } from '../corpus/node.ts';
import { contentStems } from '../evidence/words.ts';
import { groupBy } from '../text/order.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

/** Share of telling words two claims of one guest have in common before they are one claim. */
const SAME = 0.8;
/** Telling words below which likeness means nothing. */
const MIN_WORDS = 4;

const twice = (text: string) =>
  `${claimYaml('')}- id: again\n  by: ada\n  at: "3:00-4:00"\n  text: ${text}\n  type: rule\n  about: [rag]\n`;

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
    const claims = groupBy(wiki.ofKind('claim'), (claim) => claim.data.by);
    for (const group of claims.values()) {
      const known: { claim: AnyNode; stems: Set<string> }[] = [];
      const byStem = new Map<string, number[]>();
      for (const claim of group) {
        const stems = new Set(contentStems(claim.data.text));
        const shared = new Map<number, number>();
        for (const stem of stems) {
          for (const other of byStem.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
        }
        for (const [index, count] of shared) {
          const other = known[index] as (typeof known)[number];
          if (stems.size < MIN_WORDS || count / (stems.size + other.stems.size - count) < SAME) continue;
          yield {
            file: claim.file,
            span: claim.locate(['text']),
            message: `this says what \`${other.claim.slug}\` says`,
            hint: 'keep one of them, with both ranges in `at`',
            related: [{ file: other.claim.file, span: other.claim.locate(['text']), message: 'said first here' }],
          };
        }
        for (const stem of stems) {
          const holders = byStem.get(stem);
          if (holders) holders.push(known.length);
          else byStem.set(stem, [known.length]);
        }
        known.push({ claim, stems });
      }
    }
  },
});
