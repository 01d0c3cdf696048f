import { normaliseName } from '../graph/resolve.ts';
import type { KindName } from '../kinds/names.ts';
import type { KnownPage } from './wiki.ts';

interface LinkWriter {
  find(name: string, kind?: KindName): KnownPage | undefined;
  prefixes: Readonly<Record<string, KindName>>;
  headingsOf(page: KnownPage): ReadonlySet<string>;
  say(message: string): void;
  /** Told once of every page that is linked and not there. */
  miss(name: string): void;
}

/** Code, in which nothing is a link, or a link. */
const CODE_OR_LINK = /(^(```|~~~)[\s\S]*?(?:^\2|(?![\s\S]))|`+[^`\n]+`+)|(!?)\[\[([^[\]]+)\]\]/gm;
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|pdf|mp[34])$/i;

/**
 * Rewrites every `[[link]]` to the page it means here, kind and all. One that leads nowhere becomes its words; each
 * missing page is said once.
 */
export function rewriteLinks(body: string, { find, prefixes, headingsOf, say, miss }: LinkWriter): string {
  const missing = new Set<string>();
  const text = body.replace(CODE_OR_LINK, (whole, code: string | undefined, _fence, embed: string, inside: string) => {
    if (code !== undefined) return whole;
    const [target = '', label, time] = inside.split(/\\?\|/).map((part) => part.replace(/\s+/g, ' ').trim());
    if (embed && IMAGE.test(target)) {
      say(`the image \`${target}\` was left out`);
      return '';
    }
    const [page = '', heading] = splitHeading(target);
    const colon = page.indexOf(':');
    const kind = prefixes[page.slice(0, Math.max(0, colon)).toLowerCase()];
    const name = kind ? page.slice(colon + 1).trim() : page;
    const after = time ? ` (${time})` : '';
    if (name === '') return label ?? heading ?? '';
    const found = find(name, kind);
    if (!found) {
      missing.add(page);
      return `${label || name.replace(/^.*\//, '')}${after}`;
    }
    const isKept = heading !== undefined && headingsOf(found).has(normaliseName(heading));
    const shown =
      label || (isKept || normaliseName(name) !== normaliseName(found.slug) ? name.replace(/^.*\//, '') : '');
    return `[[${found.kind}:${found.slug}${isKept ? `#${heading}` : ''}${shown ? `|${shown}` : ''}]]${after}`;
  });
  for (const name of [...missing].sort()) miss(name);
  return text;
}

/** `page#heading`, `page#^block`; `C#` is a name. */
function splitHeading(target: string): [string, string | undefined] {
  const hash = target.indexOf('#');
  if (hash === -1 || hash === target.length - 1) return [target, undefined];
  const heading = target.slice(hash + 1).trim();
  return [target.slice(0, hash).trim(), heading.startsWith('^') ? undefined : heading];
}
