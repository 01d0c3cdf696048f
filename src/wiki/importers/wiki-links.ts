import { normaliseName } from '../graph/resolve.ts';
import type { KindName } from '../kinds/names.ts';
import type { KnownPage } from './wiki.ts';

interface LinkWriter {
  /** Folder of the page in the wiki, without a slash at the end. */
  folder: string;
  find(name: string, kind?: KindName): KnownPage | undefined;
  prefixes: Readonly<Record<string, KindName>>;
  headingsOf(page: KnownPage): ReadonlySet<string>;
  say(message: string): void;
  /** Told once of every page that is linked and not there. */
  miss(name: string): void;
}

/** Code, in which nothing is a link; a link; or a Markdown link to a file of the wiki, bare or between `<` and `>`. */
const CODE_OR_LINK = new RegExp(
  [
    String.raw`(^(\x60{3}|~~~)[\s\S]*?(?:^\2|(?![\s\S]))|\x60+[^\x60\n]+\x60+)`,
    String.raw`(!?)\[\[([^[\]]+)\]\]`,
    String.raw`(?<!!)\[([^[\]\n]*)\]\((?:<([^<>\n]+)>|([^()\s<>]+))(?:[ \t]+"[^"\n]*")?\)`,
  ].join('|'),
  'gm',
);
/** The address of a page in the wiki, and of a heading in it. */
const PAGE_ADDRESS = /^(?![a-z][a-z0-9+.-]*:|\/\/)(.+)\.mdx?(?:#(.*))?$/i;
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|pdf|mp[34])$/i;

/**
 * Rewrites every `[[link]]` to the page it means here, kind and all. One that leads nowhere becomes its words; each
 * missing page is said once.
 */
export function rewriteLinks(body: string, { folder, find, prefixes, headingsOf, say, miss }: LinkWriter): string {
  const missing = new Set<string>();
  const text = body.replace(
    CODE_OR_LINK,
    (
      whole,
      code: string | undefined,
      _fence,
      embed: string | undefined,
      inside: string | undefined,
      words: string | undefined,
      angled: string | undefined,
      bare: string | undefined,
    ) => {
      if (code !== undefined) return whole;
      if (inside === undefined) return rewriteAddress(whole, words ?? '', angled ?? bare ?? '');
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
      return `${linkTo(found, name, heading, label)}${after}`;
    },
  );
  for (const name of [...missing].sort()) miss(name);
  return text;

  function linkTo(found: KnownPage, name: string, heading: string | undefined, label: string | undefined): string {
    const isKept = heading !== undefined && headingsOf(found).has(normaliseName(heading));
    const shown =
      label || (isKept || normaliseName(name) !== normaliseName(found.slug) ? name.replace(/^.*\//, '') : '');
    return `[[${found.kind}:${found.slug}${isKept ? `#${heading}` : ''}${shown ? `|${shown}` : ''}]]`;
  }

  /** `[words](Folder/Page.md#Heading)`: from the folder of the page, or of the whole wiki. */
  function rewriteAddress(whole: string, words: string, address: string): string {
    const [, path, heading] = PAGE_ADDRESS.exec(decode(address)) ?? [];
    if (path === undefined) return whole;
    const found = find(pathFrom(folder, path)) ?? find(pathFrom('', path)) ?? find(path.replace(/^.*\//, ''));
    if (found) return linkTo(found, found.slug, heading, words.trim().replaceAll('|', '/'));
    missing.add(`${path}.md`);
    return words;
  }
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** `../b/c` seen from `a/d` → `a/b/c`. */
function pathFrom(folder: string, path: string): string {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** `page#heading`, `page#^block`; `C#` is a name. */
function splitHeading(target: string): [string, string | undefined] {
  const hash = target.indexOf('#');
  if (hash === -1 || hash === target.length - 1) return [target, undefined];
  const heading = target.slice(hash + 1).trim();
  return [target.slice(0, hash).trim(), heading.startsWith('^') ? undefined : heading];
}
