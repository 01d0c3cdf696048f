import { z } from 'zod';
import { isSlug } from '../text/slug.ts';
import { parseRange, parseTime } from '../text/timestamp.ts';
import type { EdgeType, KindName } from './names.ts';

/** What a link field points to and which edge it becomes. */
export interface LinkField {
  to: readonly KindName[];
  edge: EdgeType;
  /** Key beside the link (or the value, in a map keyed by links) that says what sort of edge it is. */
  label?: string;
}

/** String schemas that hold the name of another page. */
export const linkFields = z.registry<LinkField>();
/** String schemas that hold Markdown with links and citations. */
export const proseFields = z.registry<{ inline: boolean }>();

export function link(to: KindName | readonly KindName[], edge: EdgeType, label?: string) {
  const kinds: readonly KindName[] = typeof to === 'string' ? [to] : to;
  return z
    .string()
    .min(1)
    .describe(`Name of a ${kinds.join(' or ')}: its slug, title or alias`)
    .register(linkFields, label ? { to: kinds, edge, label } : { to: kinds, edge });
}

/** Markdown with `[[links]]` and `[[claim:…]]` citations. */
export function prose() {
  return z
    .string()
    .min(1)
    .describe('Markdown; may hold [[links]] and [[claim:…]] citations')
    .register(proseFields, { inline: true });
}

export function text() {
  return z.string().trim().min(1);
}

export function oneOrMany<S extends z.ZodType>(item: S) {
  return z.union([item, z.array(item).min(1)]);
}

export function names() {
  return z.array(text()).describe('Other names; old addresses made from them lead to this page');
}

export function time() {
  return z
    .string()
    .refine((value) => parseTime(value) !== undefined, { error: 'is not a time such as `41:36` or `1:02:03`' })
    .describe('A time such as 41:36 or 1:02:03');
}

export function timeRange() {
  return z
    .string()
    .refine((value) => parseRange(value) !== undefined, {
      error: 'is not a time such as `41:36` or a range such as `26:30-31:38`',
    })
    .describe('A time such as 41:36 or a range such as 26:30-31:38');
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `2023`, `2023-07` or `2023-07-29`, in the proleptic Gregorian calendar (ISO 8601). */
export function isDate(value: string, precision: 'day' | 'year' = 'day'): boolean {
  const match = DAY.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (precision === 'day' && day === undefined) return false;
  const parsed = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return parsed.getUTCMonth() === Number(month ?? 1) - 1 && parsed.getUTCDate() === Number(day ?? 1);
}

export function date() {
  return z
    .string()
    .refine((value) => isDate(value), { error: 'is not a date such as `2023-07-29`' })
    .describe('A date such as 2023-07-29');
}

/** A date of which only the year or the month may be known. A bare year may be written as a number. */
export function roughDate() {
  return z
    .union([z.string(), z.int()])
    .refine((value) => isDate(String(value), 'year'), { error: 'is not a year, month or date such as `2023-07`' })
    .describe('A year, month or date such as 2023, 2023-07 or 2023-07-29');
}

export function url() {
  return z.url({ protocol: /^https?$/, error: 'is not a web address that starts with `https://` or `http://`' });
}

/** Where else something is: a label and an address each. */
export function links() {
  return z.record(text(), url()).describe('Label → web address');
}

/** Addresses inside the site that a page had before: `concepts/old-name`. */
export function formerly() {
  return z
    .array(
      z.string().refine((path) => path.split('/').length > 1 && path.split('/').every(isSlug), {
        error: 'is not an address inside the site such as `concepts/old-name`',
      }),
    )
    .describe('Addresses the page had before, such as concepts/old-name; they lead here');
}

export function slug() {
  return z
    .string()
    .refine(isSlug, { error: 'is not a slug: lower-case letters and digits, joined by hyphens' })
    .describe('Lower-case letters and digits, joined by hyphens');
}
