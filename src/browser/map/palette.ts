import type { MapPalette, Rgb } from './looks.ts';

/** Hues of communities, by the golden angle: neighbours in number are far apart in colour. */
const COMMUNITIES = 12;
const GOLDEN_ANGLE = 137.508;
/** Percent of a community's colour in its land. */
const TINT = 7;

function angle(index: number): number {
  return (index * GOLDEN_ANGLE + 20) % 360;
}

/**
 * The page's own colours as numbers. `kinds` are names in the map's order; each has its hue in a class of the style sheet. Colours are read
 * by painting them, since
 * that is the one way a browser turns `oklch()` into bytes.
 */
export function readPalette(host: HTMLElement, kinds: readonly string[]): MapPalette {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('i');
  probe.hidden = true;
  host.append(probe);
  const bytes = (colour: string): Rgb => {
    probe.style.color = colour;
    if (!brush) return [0, 0, 0];
    brush.fillStyle = getComputedStyle(probe).color;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const named = (name: string) => bytes(`var(${name})`);
  const hue = (degrees: number | string) => bytes(`oklch(from var(--tone) l c ${degrees})`);
  const palette: MapPalette = {
    ink: named('--ink'),
    paper: named('--paper'),
    soft: named('--ink-soft'),
    signal: named('--red'),
    hair: named('--hair'),
    shore: bytes('color-mix(in oklab, var(--ink-soft) 45%, var(--paper))'),
    kinds: kinds.map((kind) => {
      probe.className = `k-${kind}`;
      return hue('var(--h)');
    }),
    communities: Array.from({ length: COMMUNITIES }, (_, index) => hue(angle(index))),
    tints: Array.from({ length: COMMUNITIES }, (_, index) =>
      bytes(`color-mix(in oklab, oklch(from var(--tone) l c ${angle(index)}) ${TINT}%, var(--paper-deep))`),
    ),
    years: [named('--hair'), hue(255)],
  };
  probe.remove();
  return palette;
}
