import GithubSlugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import type { Span } from '../text/source-text.ts';
import { headingAnchor } from './heading-anchor.ts';
import { maskLinks, parseLink, unmaskLinks, type WrittenLink } from './link-grammar.ts';
import { isRemoteUrl, isSafeUrl, isWikiLink, parseMarkdown } from './markdown.ts';
import { MAX_DEPTH, TooDeepError } from './nesting.ts';
import type { Path } from './parse-yaml.ts';
import type { Prose, ProseLink } from './prose.ts';
import { type PositionOf, type Range, spanOfRange } from './prose-places.ts';
import { TooManySignsError } from './sign-limits.ts';

const BLOCKS = new Set<MdastNode['type']>(['paragraph', 'heading', 'tableCell']);
/** What stands in a line of text. A component on a line of its own holds it without a paragraph around it. */
const PHRASING = new Set<MdastNode['type']>([
  'text',
  'link',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'image',
  'break',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/**
 * Finds links, headings and problems in Markdown. `positionOf` is asked for the places of problems, and for others when somebody
 * wants to know them: few do.
 * Never throws: MDX that does not parse, or nesting without end, is a problem of the prose.
 */
export function parseProse(source: string, format: 'md' | 'mdx', field: Path, positionOf: PositionOf): Prose {
  const prose: Prose = {
    field,
    source,
    format,
    links: [],
    addresses: [],
    headings: [],
    languages: [],
    text: '',
    problems: [],
  };
  const slugger = new GithubSlugger();
  const blocks: string[] = [];
  const masked = maskLinks(source);
  let tree: MdastNode;
  try {
    tree = parseMarkdown(source, format, masked);
  } catch (problem) {
    if (problem instanceof TooDeepError) {
      sayTooDeep({ start: positionOf(problem.offset), end: positionOf(problem.offset + 1, 'end') });
      return prose;
    }
    if (problem instanceof TooManySignsError) {
      const span = { start: positionOf(problem.offset), end: positionOf(problem.offset + 1, 'end') };
      prose.problems.push({ kind: 'signs', span, written: problem.signs });
      return prose;
    }
    const message = problem instanceof Error ? problem.message : String(problem);
    const place = /(\d+):(\d+)/.exec(message);
    const start = place ? { line: Number(place[1]), column: Number(place[2]) } : positionOf(0);
    const written = (message.split('\n')[0] as string).replace(/^\d+:\d+:\s*|\s*\(mdx[\w-]*:[\w-]+\)$/g, '');
    prose.problems.push({ kind: 'mdx', span: { start, end: start }, written });
    return prose;
  }

  function spanOf(node: MdastNode): Span {
    return spanOfRange(rangeOf(node), positionOf);
  }

  function sayTooDeep(span: Span): void {
    if (!prose.problems.some((problem) => problem.kind === 'deep')) {
      prose.problems.push({ kind: 'deep', span, written: '' });
    }
  }

  function written(node: MdastNode): string {
    return masked.slice(...rangeOf(node));
  }

  /** Collects the plain text of a block, noting each link's place in it. */
  function readBlock(node: MdastNode, block: { text: string; links: FoundLink[] }, depth: number): void {
    if (depth > MAX_DEPTH) {
      sayTooDeep(spanOf(node));
      return;
    }
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        block.text += unmaskLinks(node.value);
        return;
      case 'break':
        block.text += ' ';
        return;
      case 'html':
        prose.problems.push({ kind: 'html', span: spanOf(node), written: unmaskLinks(node.value) });
        return;
      case 'link':
      case 'image': {
        const raw = written(node);
        const embed = node.type === 'image' && raw.startsWith('![[') && raw.endsWith(']]');
        if (embed || (node.type === 'link' && isWikiLink(raw))) {
          const link = parseLink(raw.slice(embed ? 3 : 2, -2));
          if (embed) prose.problems.push({ kind: 'embed', span: spanOf(node), written: unmaskLinks(raw) });
          if (link.name === '') {
            prose.problems.push({ kind: 'empty-link', span: spanOf(node), written: unmaskLinks(raw) });
          } else block.links.push(new FoundLink(link, rangeOf(node), block.text.length, positionOf));
          if (link.kind !== 'claim' || link.label) block.text += link.label ?? link.name;
          return;
        }
        checkUrl(node, node.url);
        if (node.type === 'image') {
          block.text += node.alt ?? '';
          return;
        }
        break;
      }
      case 'definition':
        checkUrl(node, node.url);
        return;
    }
    if ('children' in node) for (const child of node.children) readBlock(child as MdastNode, block, depth + 1);
  }

  function checkUrl(node: MdastNode, url: string): void {
    if (!isSafeUrl(url)) prose.problems.push({ kind: 'unsafe-url', span: spanOf(node), written: url });
    else if (node.type === 'image' && isRemoteUrl(url)) {
      prose.problems.push({ kind: 'remote-image', span: spanOf(node), written: url });
    } else if (node.type !== 'image' && url !== '' && !url.startsWith('#') && !isRemoteUrl(url)) {
      prose.addresses.push(new FoundAddress(url, rangeOf(node), positionOf));
    }
  }

  function visit(node: MdastNode, depth: number): void {
    if (depth > MAX_DEPTH) {
      sayTooDeep(spanOf(node));
      return;
    }
    switch (node.type) {
      case 'yaml':
      case 'toml':
        return;
      case 'code':
        if (node.lang) prose.languages.push(node.lang);
        return;
      case 'html':
      case 'definition':
        readBlock(node, { text: '', links: [] }, depth);
        return;
    }
    if (BLOCKS.has(node.type) || ('children' in node && node.children.some((child) => PHRASING.has(child.type)))) {
      const block = { text: '', links: [] as FoundLink[] };
      readBlock(node, block, depth);
      for (const link of block.links) link.block = block.text;
      prose.links.push(...block.links);
      const text = block.text.replace(/\s+/g, ' ').trim();
      if (text) blocks.push(text);
      if (node.type === 'heading') {
        prose.headings.push({ depth: node.depth, text, anchor: slugger.slug(headingAnchor(text) ? text : 'section') });
      }
      return;
    }
    if ('children' in node) for (const child of node.children) visit(child as MdastNode, depth + 1);
  }

  visit(tree, 0);
  prose.text = blocks.join('\n');
  return prose;
}

function rangeOf({ position }: MdastNode): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** A part of the prose that says where it stands when it is asked. */
abstract class FoundPart {
  readonly range: Range;
  readonly #positionOf: PositionOf;

  constructor(range: Range, positionOf: PositionOf) {
    this.range = range;
    this.#positionOf = positionOf;
  }

  get span(): Span {
    return spanOfRange(this.range, this.#positionOf);
  }
}

class FoundLink extends FoundPart implements ProseLink {
  readonly kind: ProseLink['kind'];
  readonly name: string;
  readonly heading: string | undefined;
  readonly label: string | undefined;
  /** Known when its block has been read. */
  block = '';
  readonly at: number;

  constructor({ kind, name, heading, label }: WrittenLink, range: Range, at: number, positionOf: PositionOf) {
    super(range, positionOf);
    this.kind = kind;
    this.name = name;
    this.heading = heading;
    this.label = label;
    this.at = at;
  }
}

class FoundAddress extends FoundPart {
  readonly url: string;

  constructor(url: string, range: Range, positionOf: PositionOf) {
    super(range, positionOf);
    this.url = url;
  }
}
