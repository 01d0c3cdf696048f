import type { Mark } from '../../kinds/define-kind.ts';

/** Every mark as SVG path data around the point where the pen stands, about ten units wide. Write `M x y` in front. */
export const MARK_PATHS: Record<Mark, string> = {
  diamond: 'm0-6l6 6l-6 6l-6-6z',
  disc: 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  triangle: 'm0-5.5l6 10.5h-12z',
  cross: 'm-1.5-5.5h3v4h4v3h-4v4h-3v-4h-4v-3h4z',
  dot: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
  square: 'm-4.5-4.5h9v9h-9z',
  bar: 'm-6-2.5h12v5h-12z',
  bars: 'm-6-4.5h12v3.5h-12zm0 5.5h12v3.5h-12z',
  stack: 'm-5.5-5.5h11v2.5h-11zm0 4.25h11v2.5h-11zm0 4.25h11v2.5h-11z',
  sheet: 'm-4-5.5h8v11h-8z',
  ring: 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zm2.5 0a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0z',
};
