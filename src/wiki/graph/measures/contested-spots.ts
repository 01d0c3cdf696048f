import { compareText } from '../../text/order.ts';
import { agreementOf, type StanceTaken } from '../agreement.ts';

/** A position on which guests divide. */
export interface ContestedSpot {
  position: string;
  score: number;
  supports: number;
  qualifies: number;
  opposes: number;
}

/**
 * Where stances divide: for each position, the sum over guests of (stance − mean)², with supports 1, qualifies 0, opposes −1.
 * Dispersion is the plainest sense of polarisation (DiMaggio, Evans & Bryson 1996, "Have Americans’ social attitudes become
 * more polarized?", AJS 102); summed rather than averaged, so that five against five come before one against one. A guest
 * counts once (`agreementOf`). Positions where all guests say the same are left out. Most divided first, ties by id.
 * O(stances · log).
 */
export function contestedSpots(positions: ReadonlyMap<string, readonly StanceTaken[]>): ContestedSpot[] {
  return [...positions]
    .flatMap(([position, taken]) => {
      const { stances } = agreementOf(taken);
      const number = (stance: string) => stances.filter((one) => one.stance === stance).length;
      const [supports, qualifies, opposes] = [number('supports'), number('qualifies'), number('opposes')];
      // Σ(x − mean)² = Σx² − (Σx)² / n
      const score = supports + opposes - (supports - opposes) ** 2 / (stances.length || 1);
      return score > 0 ? [{ position, score, supports, qualifies, opposes }] : [];
    })
    .sort((left, right) => right.score - left.score || compareText(left.position, right.position));
}
