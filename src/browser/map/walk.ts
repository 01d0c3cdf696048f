export const DIRECTIONS = { ArrowRight: 0, ArrowUp: Math.PI / 2, ArrowLeft: Math.PI, ArrowDown: -Math.PI / 2 } as const;
export type Arrow = keyof typeof DIRECTIONS;

/** A neighbour counts for an arrow within this angle of it, so that every neighbour can be reached by some arrow. */
const WIDEST = Math.PI / 4 + 0.001;
/** How much turning away costs, against distance. */
const TURN = 2;

/**
 * The neighbour an arrow leads to: the nearest in its quarter, turning away counted as distance. `places` are as in `MapWorld`, y up.
 * Ties go to the lower row.
 */
export function neighbourTowards(
  places: Float32Array,
  from: number,
  neighbours: Iterable<number>,
  arrow: Arrow,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const row of neighbours) {
    if (row === from) continue;
    const dx = (places[2 * row] as number) - (places[2 * from] as number);
    const dy = (places[2 * row + 1] as number) - (places[2 * from + 1] as number);
    const turn = Math.abs(turned(Math.atan2(dy, dx) - DIRECTIONS[arrow]));
    if (turn > WIDEST) continue;
    const cost = Math.hypot(dx, dy) * (1 + TURN * turn);
    if (cost < least || (cost === least && (best === undefined || row < best))) [best, least] = [row, cost];
  }
  return best;
}

/** The same angle between -π and π. */
function turned(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
