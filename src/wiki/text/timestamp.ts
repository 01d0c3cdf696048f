declare const unit: unique symbol;
/** Whole seconds from the start of an episode's reference medium. */
export type Seconds = number & { readonly [unit]: 'seconds' };

/** A stretch of an episode. Without `end` it is a single second. */
export interface TimeRange {
  start: Seconds;
  end?: Seconds;
}

/** Longest accepted time: a hundred hours, beyond any conversation, so that a typo is seen. */
const MAX_SECONDS = 100 * 3600;

export const TIME_PATTERN = String.raw`(?:\d{1,2}:)?\d{1,3}:\d{2}`;
const TIME = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/;
const RANGE = /^\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*(?:[-–]\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*)?$/;

/**
 * `41:36`, `1:02:03` → seconds. Minutes may pass 59 when no hour is written (`75:00`).
 * Answers `undefined` for anything else.
 */
export function parseTime(text: string): Seconds | undefined {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  return secondsOf(match[1], match[2] as string, match[3] as string);
}

/**
 * Whether two times that can be read, in the same form (`41:36`, `47:02`), stand in order: told without reading them. False says
 * nothing.
 */
export function isPlainlyBefore(left: string, right: string): boolean {
  return left.length === right.length && left < right && isTight(left) && isTight(right);
}

/** No white space around it. */
function isTight(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first >= 48 && first <= 57 && last >= 48 && last <= 57;
}

function secondsOf(hours: string | undefined, minutes: string, seconds: string): Seconds | undefined {
  if (Number(seconds) > 59) return undefined;
  if (hours !== undefined && (Number(minutes) > 59 || minutes.length !== 2)) return undefined;
  const total = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total <= MAX_SECONDS ? (total as Seconds) : undefined;
}

/** Seconds → `M:SS` below an hour, `H:MM:SS` from there on. The inverse of `parseTime`. */
export function formatTime(time: number): string {
  const whole = Math.max(0, Math.floor(time));
  const seconds = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${seconds}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`;
}

/** `26:30-31:38` or `41:36`. The end may be before the start: whether it is allowed is a rule, not grammar. */
export function parseRange(text: string): TimeRange | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds, endHours, endMinutes, endSeconds] = match;
  const start = secondsOf(hours, minutes as string, seconds as string);
  const end = endMinutes === undefined ? undefined : secondsOf(endHours, endMinutes, endSeconds as string);
  if (start === undefined || (endMinutes !== undefined && end === undefined)) return undefined;
  return end === undefined ? { start } : { start, end };
}

export function formatRange(range: TimeRange): string {
  return range.end === undefined ? formatTime(range.start) : `${formatTime(range.start)}–${formatTime(range.end)}`;
}

/** Seconds → ISO 8601 duration (`PT59M31S`), as `<time datetime>` and schema.org want it. */
export function isoDuration(time: number): string {
  const whole = Math.max(0, Math.floor(time));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = whole % 60;
  const parts = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `PT${parts || '0S'}`;
}
