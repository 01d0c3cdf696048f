import type { AnyNode } from '../corpus/node.ts';
import { contentStems } from '../evidence/words.ts';
import { compareText, groupBy } from '../text/order.ts';
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
    const claims = groupBy(wiki.ofKind('claim'), (claim) => claim.data.by);
    for (const group of claims.values()) {
      const byStem = new Map<string, Known[]>();
      for (const claim of group) {
        const stems = new Set(contentStems(claim.data.text));
        if (stems.size < MIN_WORDS) continue;
        const telling = prefix(stems);
        for (const other of new Set(telling.flatMap((stem) => byStem.get(stem) ?? []))) {
          const count = [...stems].filter((stem) => other.stems.has(stem)).length;
          if (count / (stems.size + other.stems.size - count) < SAME) continue;
          yield {
            file: claim.file,
            span: claim.locate(['text']),
            message: `this says what \`${other.claim.slug}\` says`,
            hint: 'keep one of them, with both ranges in `at`',
            related: [{ file: other.claim.file, span: other.claim.locate(['text']), message: 'said first here' }],
          };
        }
        const own = { claim, stems };
        for (const stem of telling) {
          const holders = byStem.get(stem);
          if (holders) holders.push(own);
          else byStem.set(stem, [own]);
        }
      }
    }
  },
});

interface Known {
  claim: AnyNode;
  stems: ReadonlySet<string>;
}

/**
 * Of sets that share at least `SAME` of their words, each has one of these few in common with the other (prefix
 * filtering: Bayardo, Ma, Srikant 2007), so that most pairs need not be compared.
 */
function prefix(stems: ReadonlySet<string>): string[] {
  return [...stems].sort(compareText).slice(0, stems.size - Math.ceil(SAME * stems.size) + 1);
}
