import GithubSlugger from 'github-slugger';
import { type CompileOptions, type MdastPluginDefinition, markdownToHtml } from 'satteri';
import { headingAnchor } from '../corpus/heading-anchor.ts';
import { maskLinks, parseLink, unmaskLinks, type WrittenLink } from '../corpus/link-grammar.ts';
import { featuresFor, isRemoteUrl, isSafeUrl, isWikiLink } from '../corpus/markdown.ts';
import type { NodeId } from '../corpus/node.ts';
import type { Heading, Prose } from '../corpus/prose.ts';
import { escapeHtml } from '../text/plain.ts';
import { claimLine } from './claim-line.ts';
import { type Margin, openMargin } from './margin.ts';
import type { ViewContext } from './view-context.ts';

export interface ProseOptions {
  /** Sets the cited claim beside its line, for wide screens. */
  sidenotes?: boolean;
  /** Leaves out the paragraph around a single paragraph. */
  inline?: boolean;
  /** For pages with hundreds of citations: what their cards say is not repeated in the page. */
  lean?: boolean;
  /** MDX reads the inside of an HTML element as Markdown. */
  mdx?: boolean;
}

interface Placed {
  position?: { start: { offset?: number }; end: { offset?: number } };
}

const CALLOUTS: Record<string, string> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
  CAUTION: 'Caution',
};

/** Markdown → HTML: links resolved, citations as chips, raw HTML as text. */
export function renderProse(context: ViewContext, prose: Prose, options: ProseOptions = {}): string {
  // What could not be read is not rendered either: both would take as long.
  if (prose.problems.some(({ kind }) => kind === 'deep' || kind === 'signs')) return '';
  const masked = maskLinks(prose.source);
  const plugin = prosePlugin(context, masked, prose.headings, options);
  const settings: CompileOptions = { features: featuresFor(prose.source), mdastPlugins: [plugin] };
  const html = unmaskLinks((markdownToHtml(masked, settings) as { html: string }).html).trim();
  const only = /^<p>([\s\S]*)<\/p>$/.exec(html);
  return options.inline && only && !(only[1] as string).includes('<p>') ? (only[1] as string) : html;
}

/**
 * The one plugin that makes pages from our Markdown: used for `.md` here and for `.mdx` by the build.
 * `masked` is the text being parsed, links masked; positions count in it.
 */
export function prosePlugin(
  context: ViewContext,
  masked: string,
  known: readonly Heading[],
  options: ProseOptions = {},
): MdastPluginDefinition {
  const slugger = new GithubSlugger();
  // A page has one title; headings in its text begin one level below it.
  const shift = known.some((heading) => heading.depth === 1) ? 1 : 0;
  const margin = options.sidenotes ? openMargin() : undefined;
  let headings = 0;

  function written(node: Placed): string {
    return masked.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  function link(node: Placed): WrittenLink | undefined {
    const raw = written(node);
    const body = raw.startsWith('![[') ? raw.slice(1) : raw;
    return isWikiLink(body) ? parseLink(body.slice(2, -2)) : undefined;
  }

  /** In MDX, elements of HTML are text as they are in Markdown; components the page imports stay. */
  function isHtmlElement(node: { name: string | null }): boolean {
    return node.name !== null && (node.name === 'Fragment' || /^[^A-Z]/.test(node.name));
  }

  /** What stands inside an element that has become text is gone with it: visitors come from outside in, in the order of the text. */
  let goneUntil = 0;
  const isGone = (node: Placed): boolean => (node.position?.start.offset ?? 0) < goneUntil;

  /** An element of HTML, with all that it holds, as the text it was written as. */
  function asText(node: Placed & { name: string | null }): string | undefined {
    if (!isHtmlElement(node) || isGone(node)) return undefined;
    goneUntil = node.position?.end.offset ?? 0;
    return written(node);
  }

  return {
    name: 'on-record-prose',
    options: { position: true },
    link(node, ctx) {
      if (isGone(node)) return;
      const written = link(node);
      if (written) ctx.replaceNode(node, linkNode(context, written, node, options, margin) as never);
      else ctx.setProperty(node, 'data', { hProperties: externalProperties(node.url) });
      if (!written) ctx.setProperty(node, 'url', safeUrl(context, node.url));
    },
    image(node, ctx) {
      if (isGone(node)) return;
      const written = link(node);
      if (written) ctx.replaceNode(node, linkNode(context, written, node, options, margin) as never);
      else if (isRemoteUrl(node.url)) {
        const label = node.alt || node.url;
        ctx.replaceNode(node, {
          type: 'link',
          url: isSafeUrl(node.url) ? node.url : '#',
          children: [{ type: 'text', value: label }],
          data: { hProperties: { rel: ['noopener'] } },
        } as never);
      } else {
        ctx.setProperty(node, 'url', safeUrl(context, node.url));
        ctx.setProperty(node, 'data', { hProperties: { loading: 'lazy', decoding: 'async' } });
      }
    },
    definition(node, ctx) {
      ctx.setProperty(node, 'url', safeUrl(context, node.url));
    },
    html(node, ctx) {
      const value = node.value.trim();
      if (/^<!--[\s\S]*?-->$/.test(value)) ctx.removeNode(node);
      else if (ctx.parent(node)?.type === 'root') {
        ctx.replaceNode(node, { type: 'paragraph', children: [{ type: 'text', value: node.value }] } as never);
      } else ctx.replaceNode(node, { type: 'text', value: node.value } as never);
    },
    mdxJsxTextElement(node, ctx) {
      const value = asText(node);
      if (value !== undefined) ctx.replaceNode(node, text(value) as never);
    },
    mdxJsxFlowElement(node, ctx) {
      const value = asText(node);
      if (value !== undefined) ctx.replaceNode(node, { type: 'paragraph', children: [text(value)] } as never);
    },
    heading(node, ctx) {
      const heading = known[headings++];
      if (isGone(node)) return;
      const text = heading?.text ?? ctx.textContent(node);
      const anchor = heading?.anchor ?? slugger.slug(text);
      if (shift) ctx.setProperty(node, 'depth', Math.min(6, node.depth + shift) as never);
      ctx.setProperty(node, 'data', { hProperties: { id: anchor } });
      ctx.appendChild(node, {
        type: 'link',
        url: `#${anchor}`,
        children: [{ type: 'text', value: '#' }],
        data: { hProperties: { className: ['anchor'], ariaLabel: `Link to “${text}”` } },
      } as never);
    },
    code(node) {
      if (isGone(node)) return;
      const figure = codeFigure(context, unmaskLinks(node.value), node.lang ?? '', unmaskLinks(node.meta ?? ''));
      return options.mdx ? { raw: asJsx(figure) } : { raw: figure, mdxExpressions: false };
    },
    table(node, ctx) {
      if (isGone(node)) return;
      ctx.wrapNode(node, {
        type: 'scroll',
        children: [],
        data: { hName: 'div', hProperties: { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: 'Table' } },
      } as never);
    },
    listItem(node, ctx) {
      const first = node.children[0];
      if (isGone(node) || typeof node.checked !== 'boolean' || first?.type !== 'paragraph') return;
      // A box nobody can tick is a picture of one.
      const properties = { className: ['task'], role: 'img', ariaLabel: node.checked ? 'Done' : 'To do' };
      ctx.setProperty(node, 'checked', null as never);
      ctx.prependChild(first, {
        type: 'span',
        children: [text(node.checked ? '☑ ' : '☐ ')],
        data: { hName: 'span', hProperties: properties },
      } as never);
    },
    blockquote(node, ctx) {
      const paragraph = node.children[0];
      const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
      const match = text?.type === 'text' ? /^\[!([A-Z]+)\][ \t]*(\n|$)/.exec(text.value) : null;
      const title = match ? CALLOUTS[match[1] as string] : undefined;
      if (isGone(node) || !match || !title || text?.type !== 'text') return;
      const properties = { className: ['callout', `callout-${title.toLowerCase()}`], role: 'note', ariaLabel: title };
      ctx.setProperty(node, 'data', { hName: 'div', hProperties: properties });
      ctx.setProperty(text as never, 'value' as never, text.value.slice(match[0].length) as never);
      ctx.prependChild(node, {
        type: 'paragraph',
        children: [{ type: 'text', value: title }],
        data: { hProperties: { className: ['callout-title'] } },
      } as never);
    },
  };
}

/** Root-relative addresses move with the site; unsafe ones lead nowhere (and the compiler has refused them). */
function safeUrl(context: ViewContext, url: string): string {
  if (!isSafeUrl(url)) return '#';
  return url.startsWith('/') ? context.base + url.slice(1) : url;
}

function externalProperties(url: string): Record<string, unknown> {
  return isRemoteUrl(url) ? { rel: ['noopener'] } : {};
}

function span(className: string, children: unknown[]): unknown {
  return { type: 'span', children, data: { hName: 'span', hProperties: { className: [className] } } };
}

function text(value: string): unknown {
  return { type: 'text', value };
}

/** A link to a page, or a citation chip. What did not resolve stays as its words: a check with errors builds nothing. */
function linkNode(
  context: ViewContext,
  written: WrittenLink,
  place: Placed,
  options: ProseOptions,
  margin: Margin | undefined,
): unknown {
  const label = written.label ?? written.name;
  const found = context.wiki.resolver.resolve(written.name, written.kind ? [written.kind] : undefined);
  if (found.state !== 'found') return span('unresolved', [text(label)]);
  const node = context.wiki.graph.node(found.id);
  if (node.kind === 'claim' && written.label === undefined) {
    return citation(context, found.id, place, options, margin) ?? span('unresolved', [text(label)]);
  }
  const fragment = written.heading ? `#${headingAnchor(written.heading)}` : '';
  return {
    type: 'link',
    url: context.href(found.id) + fragment,
    children: [text(written.label ?? (written.kind ? node.title : written.name))],
    data: { hProperties: { className: ['link', `k-${node.kind}`] } },
  };
}

/** Surname → the claim; time → the second in the recording. */
function citation(
  context: ViewContext,
  id: NodeId,
  { position }: Placed,
  options: ProseOptions,
  margin: Margin | undefined,
): unknown {
  const line = claimLine(context, id);
  if (!line) return undefined;
  const where = `${line.guest.title}, ${line.episode.title}`;
  const children = [
    {
      type: 'link',
      url: line.href,
      children: [text(line.guest.short)],
      data: { hProperties: options.lean ? {} : { dataClaim: line.slug, title: where } },
    },
    {
      type: 'link',
      url: line.listen ?? line.href,
      children: [text(line.time)],
      data: { hProperties: { className: ['tc'], ...(line.listen ? { rel: ['noopener'] } : {}) } },
    },
  ];
  const chip = span('cite', children) as { children: unknown[] };
  const start = position?.start.offset ?? 0;
  const noteLength = line.guest.title.length + 1 + line.text.length;
  if (!margin?.(id, noteLength, start, (position?.end.offset ?? start) - start)) return chip;
  chip.children.push(span('side', [span('who', [text(`${line.guest.title} `)]), text(line.text)]));
  return chip;
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** HTML as JSX on one line, every text a string: nothing in it can be taken for Markdown or an address. */
function asJsx(html: string): string {
  return html.replace(/<[^>]*>|[^<]+/g, (part) =>
    part.startsWith('<')
      ? part
      : `{${JSON.stringify(part.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity))}}`,
  );
}

/** A code block with its caption (`title="…"` behind the language) and numbered lines. */
export function codeFigure(
  context: Pick<ViewContext, 'highlight'>,
  source: string,
  language: string,
  meta: string,
): string {
  const caption = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(meta);
  const title = caption ? (caption[1] ?? caption[2] ?? caption[3] ?? '') : '';
  const lines = context.highlight(source, language);
  const label = escapeHtml(title || (language ? `${language} code` : 'Code'));
  const head = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '';
  return `<figure class="code" data-language="${escapeHtml(language)}">${head}<pre tabindex="0" role="region" aria-label="${label}"><code>${lines}</code></pre></figure>`;
}
