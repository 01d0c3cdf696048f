/** Says under which conditions a claim was made, in the archive’s words, which may be clauses or bare nouns: `Conditions: large bank; as of 2021`. */
export const conditionWords = (conditions: readonly string[]): string =>
  `${conditions.length === 1 ? 'Condition' : 'Conditions'}: ${conditions.join('; ')}`;
