import { type Features, type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { maskLinks } from './link-grammar.ts';
import { assertFewMarks, assertShallowMdx } from './nesting.ts';
import { assertFewSigns, hasTooManySmartSigns } from './sign-limits.ts';

/** The one Markdown dialect: CommonMark, GFM with footnotes, front matter, `[[links]]`. Check, graph and rendering use it. */
export const markdownFeatures = {
  gfm: { footnotes: { label: 'Notes', clobberPrefix: 'note-' } },
  frontmatter: true,
  wikilinks: true,
  smartPunctuation: true as boolean,
} satisfies Features;

/** The dialect for one text: where signs to be set are beyond all measure, they stay as they were typed. */
export function featuresFor(source: string): typeof markdownFeatures {
  return hasTooManySmartSigns(source) ? { ...markdownFeatures, smartPunctuation: false } : markdownFeatures;
}

/**
 * Throws where MDX does not parse, or (`TooDeepError`, `TooManySignsError`) where a parser would overflow or take seconds.
 * `masked` is the source with its links masked.
 */
export function parseMarkdown(source: string, format: 'md' | 'mdx', masked: string = maskLinks(source)): MdastNode {
  assertFewMarks(source);
  assertFewSigns(source, format);
  if (format === 'mdx') assertShallowMdx(source);
  const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
  return parse(masked, { features: featuresFor(source) });
}

/** Whether the source of a link node is `[[…]]`; a Markdown link may look alike in the tree. */
export function isWikiLink(source: string): boolean {
  return source.startsWith('[[') && source.endsWith(']]');
}

/** Addresses a reader may be sent to: web, mail, and places in this site. Everything else (`javascript:` and the like) is refused. */
export function isSafeUrl(url: string): boolean {
  // Browsers ignore control characters and white space in a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return !bare.startsWith('//') && !bare.startsWith('\\');
  return scheme === 'http' || scheme === 'https' || scheme === 'mailto';
}

export function isRemoteUrl(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || url.trim().startsWith('//');
}
