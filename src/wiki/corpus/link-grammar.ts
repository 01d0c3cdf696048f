import { KIND_NAMES, type KindName } from '../kinds/index.ts';

/**
 * A link as written in prose:
 *
 *     [[guest:meryem-arik#claims|Meryem]]
 *       └kind ┘└ name    ┘└head ┘└label┘
 */
export interface WrittenLink {
  kind?: KindName;
  name: string;
  heading?: string;
  label?: string;
}

/**
 * Unicode noncharacters stand for `|` and for the `\` before it while Markdown is parsed, so that a table does not
 * cut `[[a|b]]` in two. They are never valid in text, and one code unit long, so positions stay true.
 */
const BAR = '\uFDD0';
const ESCAPE = '\uFDD1';
const MASKS = new RegExp(`[${BAR}${ESCAPE}]`, 'g');
/** A line break, with the marks of the quotation the link stands in. */
const CONTINUED = /\n[ \t]*(?:>[ \t]?)*/g;
const LINK_TEXT = /\[\[(?:(?!\n\s*\n)[^[\]])+\]\]/g;

/** Same length as the input. Undone by `unmaskLinks` on whatever was made from it. */
export function maskLinks(text: string): string {
  const clean = text.replace(MASKS, '\uFFFD');
  if (!clean.includes('[[')) return clean;
  return clean.replace(LINK_TEXT, (link) => link.replaceAll('\\|', ESCAPE + BAR).replaceAll('|', BAR));
}

export function unmaskLinks(text: string): string {
  return text.replace(MASKS, (mask) => (mask === BAR ? '|' : '\\'));
}

/** Reads the inside of `[[…]]`, masked or not. An empty name means that nothing is linked. */
export function parseLink(inside: string): WrittenLink {
  const written = unmaskLinks(inside).replaceAll('\\|', '|').replace(CONTINUED, ' ').replace(/\s+/g, ' ').trim();
  const bar = written.indexOf('|');
  let target = bar === -1 ? written : withoutEscape(written.slice(0, bar));
  const label = bar === -1 ? '' : written.slice(bar + 1).trim();
  const link: WrittenLink = { name: target };
  // `C#` and `F#` are names: a heading needs a character behind the sign.
  const hash = target.indexOf('#');
  if (hash !== -1 && hash < target.length - 1) {
    link.heading = target.slice(hash + 1).trim();
    target = target.slice(0, hash).trim();
  }
  const colon = target.indexOf(':');
  const prefix = target.slice(0, Math.max(0, colon)).toLowerCase();
  if ((KIND_NAMES as readonly string[]).includes(prefix)) {
    link.kind = prefix as KindName;
    target = target.slice(colon + 1).trim();
  }
  link.name = target;
  if (label) link.label = label;
  return link;
}

/** A name in front of a bar, without the `\` that belongs to the bar. */
function withoutEscape(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\\' || text[end - 1] === ' ')) end--;
  return text.slice(0, end).trimStart();
}

/** The canonical way to write a link; `parseLink` of its inside gives the link back. */
export function formatLink(link: WrittenLink): string {
  const kind = link.kind ? `${link.kind}:` : '';
  const heading = link.heading ? `#${link.heading}` : '';
  const label = link.label ? `|${link.label}` : '';
  return `[[${kind}${link.name}${heading}${label}]]`;
}
