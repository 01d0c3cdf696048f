import type { KindName } from '../../kinds/index.ts';
import { compareText, groupBy } from '../../text/order.ts';

/** Pages of a kind as dots. */
export interface KindDots {
  kind: KindName;
  path: string;
}

/** All dots of a kind as one path, each from the one before: no length, round ends. */
export function pageDots(
  rows: readonly number[],
  kindOf: (row: number) => KindName,
  at: (row: number) => { x: number; y: number },
): KindDots[] {
  const places = rows
    .map((row) => ({ kind: kindOf(row), x: Math.round(at(row).x), y: Math.round(at(row).y) }))
    .sort((one, other) => one.x - other.x || one.y - other.y);
  return [...groupBy(places, ({ kind }) => kind)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([kind, dots]) => {
      let [x, y] = [0, 0];
      const steps = dots.map((dot) => {
        const step = `m${dot.x - x} ${dot.y - y}h0`;
        [x, y] = [dot.x, dot.y];
        return step;
      });
      return { kind, path: steps.join('').replaceAll(' -', '-') };
    });
}
