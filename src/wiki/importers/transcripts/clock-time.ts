/** `HH:MM:SS.mmm`, `MM:SS,mmm`, `M:SS`: what subtitle formats write. */
export const CLOCK = String.raw`(?:\d+:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`;

const PARTS = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;

/** A clock time → seconds, or `NaN`. */
export function parseClock(text: string): number {
  const match = PARTS.exec(text.trim());
  if (!match) return Number.NaN;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  if (Number(seconds) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return Number.NaN;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(fraction.padEnd(3, '0'))) / 1000;
}

/** Seconds → `HH:MM:SS.mmm`, as WebVTT wants it. */
export function formatClock(seconds: number): string {
  const all = Math.round(seconds * 1000);
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');
  const [whole, rest] = [Math.floor(all / 1000), all % 1000];
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}.${pad(rest, 3)}`;
}
