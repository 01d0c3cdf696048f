import type { AnyNode, NodeId } from '../corpus/node.ts';
import { pathOf } from '../graph/addresses.ts';
import { kinds } from '../kinds/index.ts';
import type { EdgeType } from '../kinds/names.ts';
import { truncate } from '../text/plain.ts';
import { type BacklinkGroup, backlinks } from './backlinks.ts';
import type { Named } from './claim-line.ts';
import { type NeighbourhoodView, neighbourhoodView } from './neighbourhood-view.ts';
import { type RelatedPage, relatedTo } from './related-view.ts';
import { renderProse } from './render-prose.ts';
import { indexPathOf, type ViewContext } from './view-context.ts';

/** What every page of a node has. */
export interface PageView {
  id: NodeId;
  kind: AnyNode['kind'];
  /** Path inside the site, without a slash in front. */
  path: string;
  title: string;
  summary?: string;
  /** For search engines and cards: 160 characters at most. */
  description: string;
  date?: string;
  aliases: string[];
  breadcrumbs: { title: string; href?: string }[];
  /** The page's own text; absent for MDX, which the build renders. */
  body?: string;
  mdx: boolean;
  contents: { title: string; anchor: string; depth: number }[];
  backlinks: BacklinkGroup[];
  /** What else to know, and why. */
  suggestions: RelatedPage[];
  neighbourhood?: NeighbourhoodView;
  previous?: Named;
  next?: Named;
  /** Where its source is kept, when the settings say so. */
  source?: string;
}

export const RELATED_HEADING = 'Related, and why';

/** Search engines cut descriptions at about this length. */
export const MAX_DESCRIPTION = 160;

export function pageView(
  context: ViewContext,
  node: AnyNode,
  options: {
    shown?: readonly EdgeType[];
    sections?: { title: string; anchor: string }[];
    /** For pages that say themselves where to go on. */
    withoutSuggestions?: boolean;
  } = {},
): PageView {
  const kind = kinds[node.kind];
  const body = node.proses.find((prose) => prose.field.length === 0);
  const mdx = body?.format === 'mdx' && body.source.trim() !== '';
  const groups = backlinks(context, node.id, options.shown);
  const suggestions = options.withoutSuggestions ? [] : relatedTo(context, node.id);
  const headings = (body?.headings ?? []).filter((heading) => heading.depth <= 3);
  const shift = headings.some((heading) => heading.depth === 1) ? 1 : 0;
  const { repository } = context.wiki.settings;
  return {
    id: node.id,
    kind: node.kind,
    path: pathOf(node),
    title: node.title,
    summary: node.summary,
    description: truncate(
      (node.summary ?? firstParagraph(body?.text)) || `${node.title}: what guests say, and at which second.`,
      MAX_DESCRIPTION,
    ),
    date: context.wiki.graph.date(node.id),
    aliases: node.aliases,
    breadcrumbs: [
      { title: 'Home', href: context.base },
      { title: capital(kind.many), href: context.base + indexPathOf(node.kind) },
      { title: truncate(node.title, 60) },
    ],
    body: body && !mdx ? renderProse(context, body, { sidenotes: true }) : undefined,
    mdx,
    contents: [
      ...headings.map((heading) => ({ title: heading.text, anchor: heading.anchor, depth: heading.depth + shift })),
      ...(options.sections ?? []).map((section) => ({ ...section, depth: 2 })),
      ...(suggestions.length > 0 ? [{ title: RELATED_HEADING, anchor: anchorOf(RELATED_HEADING), depth: 2 }] : []),
      ...groups.map((group) => ({ title: group.heading, anchor: anchorOf(group.heading), depth: 2 })),
    ],
    backlinks: groups,
    suggestions,
    neighbourhood: neighbourhoodView(context, node),
    source: repository
      ? `${repository.url.replace(/\/$/, '')}/edit/${repository.branch}/${repository.folder}/${node.file}`
      : undefined,
  };
}

/** Without the gap a citation leaves in front of a full stop. */
function firstParagraph(text = ''): string {
  return text
    .slice(0, text.indexOf('\n') + 1 || undefined)
    .trim()
    .replace(/ +([.,;:!?])/g, '$1');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Fragment of a section that we write; in a space of its own, so that a heading in the text never clashes. */
export function anchorOf(heading: string): string {
  return `s-${heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}
