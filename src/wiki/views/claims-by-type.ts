import { CLAIM_TYPES } from '../kinds/claim.ts';
import { groupBy } from '../text/order.ts';
import { byEvidence, type ClaimLine } from './claim-line.ts';

export interface ClaimGroup {
  title: string;
  lines: ClaimLine[];
}

const TITLES: Record<(typeof CLAIM_TYPES)[number], string> = {
  definition: 'What it is',
  rule: 'Rules',
  tradeoff: 'Trade-offs',
  pitfall: 'Pitfalls',
  result: 'Results',
  example: 'Examples',
  prediction: 'Predictions',
};

export function claimsByType(lines: readonly ClaimLine[]): ClaimGroup[] {
  const groups = groupBy([...lines].sort(byEvidence), (line) => line.type);
  return CLAIM_TYPES.flatMap((type) => {
    const members = groups.get(type);
    return members ? [{ title: TITLES[type], lines: members }] : [];
  });
}
