import type { LineRuns } from './line-runs.ts';
import type { Rgb } from './looks.ts';

/** What is on the stage, ready to be drawn. Arrays are replaced, never changed: who has drawn one knows it by identity. */
export interface Scene {
  /** As in `MapWorld`. */
  places: Float32Array<ArrayBuffer>;
  /** Three bytes a row. */
  colours: Uint8Array<ArrayBuffer>;
  /** Pixels when the whole map is in view. */
  radii: Float32Array<ArrayBuffer>;
  /** Number of its mark in `MARKS`, by row. */
  marks: Uint8Array<ArrayBuffer>;
  /** Shown rows, those in front last. */
  rows: Uint32Array<ArrayBuffer>;
  lines: LineRuns;
  ink: Rgb;
  paper: Rgb;
  /** Most lines drawn in this frame, the most telling first; a whole number. */
  mostLines: number;
}

/** Marks grow with zooming in, slower than the map does, and to a limit. */
export function zoomScale(ratio: number): number {
  return Math.min(1.9, Math.max(0.6, ratio ** -0.3));
}
