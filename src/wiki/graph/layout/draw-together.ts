import type { FineDiscs } from './nested-discs.ts';

const SWEEPS = 4;

/**
 * Moves groups of discs towards the origin, the nearest first, until one of their discs would come within `gap` of another group's: groups
 * are no circles, and packed as circles they leave room. `groups` lists discs by group, `middles` where each is. Changes all of them.
 * O(steps · pairs of discs in groups whose circles meet).
 */
export function drawTogether(
  discs: FineDiscs,
  groups: readonly (readonly number[])[],
  middles: { x: Float64Array; y: Float64Array; radius: Float64Array },
  gap: number,
): void {
  const { x, y, radius } = discs;
  const step = gap / 4;
  const away = (group: number) => Math.hypot(middles.x[group] as number, middles.y[group] as number);
  const collides = (group: number, dx: number, dy: number) =>
    groups.some((others, other) => {
      if (other === group) return false;
      const apart = Math.hypot(
        (middles.x[group] as number) + dx - (middles.x[other] as number),
        (middles.y[group] as number) + dy - (middles.y[other] as number),
      );
      if (apart >= (middles.radius[group] as number) + (middles.radius[other] as number) + gap) return false;
      return (groups[group] as readonly number[]).some((one) =>
        others.some((two) => {
          const reach = (radius[one] as number) + (radius[two] as number) + gap;
          const left = (x[one] as number) + dx - (x[two] as number);
          const top = (y[one] as number) + dy - (y[two] as number);
          return left * left + top * top < reach * reach;
        }),
      );
    });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = [...groups.keys()].sort((left, right) => away(left) - away(right) || left - right);
    let isStill = true;
    for (const group of order) {
      const distance = away(group);
      if (distance < step) continue;
      const [ux, uy] = [-(middles.x[group] as number) / distance, -(middles.y[group] as number) / distance];
      let moved = 0;
      while (moved + step <= distance && !collides(group, ux * (moved + step), uy * (moved + step))) moved += step;
      if (moved === 0) continue;
      isStill = false;
      (middles.x[group] as number) += ux * moved;
      (middles.y[group] as number) += uy * moved;
      for (const disc of groups[group] as readonly number[]) {
        (x[disc] as number) += ux * moved;
        (y[disc] as number) += uy * moved;
      }
    }
    if (isStill) return;
  }
}
