/** Reads JSON without throwing. `message` says why there is none. */
export function readJson(text: string): { value?: unknown; message?: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (problem) {
    const first = (problem instanceof Error ? problem.message : String(problem)).split('\n')[0] as string;
    return { message: `cannot be read as JSON: ${first.slice(0, 120)}` };
  }
}

/** Something as a map, or an empty one. */
export function asMap(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Something as a list, or nothing. */
export function asItems(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Text or a number as text; anything else is none. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A number, or text that is one; `NaN` for anything else. */
export function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : Number.NaN;
}
