import { pathOf } from '../wiki/graph/addresses.ts';
import { writtenPairs } from '../wiki/graph/option-orders.ts';
import { escapeHtml } from '../wiki/text/plain.ts';
import { conceptPairs } from '../wiki/views/comparison/concept-pairs.ts';
import { guestPairs } from '../wiki/views/comparison/guest-pairs.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';

/** Most addresses a sitemap file may hold (sitemaps.org protocol 0.9). */
const MAX_ADDRESSES = 50_000;

/** Every page with the day of its newest evidence; without evidence, without a day. More than one file where there are many. */
export function sitemaps(context: ViewContext, site: URL): { path: string; text: string }[] {
  const { graph } = context.wiki;
  const fixed = [
    '',
    'method/',
    'graph/',
    'paths/',
    ...new Set(graph.nodes.map((node) => `${pathOf(node).split('/')[0]}/`)),
  ];
  const computed = [...conceptPairs(context), ...guestPairs(context)].map((pair) => pair.path);
  const entries = [
    ...[
      ...fixed,
      ...(computed.length + writtenPairs(context.wiki.graph).length > 0 ? ['compare/'] : []),
      ...computed,
    ].map((path) => entry(new URL(context.base + path, site).href)),
    ...graph.nodes.map((node) => entry(new URL(context.base + pathOf(node), site).href, graph.date(node.id))),
  ];
  const files: { path: string; text: string }[] = [];
  for (let start = 0; start < entries.length; start += MAX_ADDRESSES) {
    const part = entries.slice(start, start + MAX_ADDRESSES).join('\n');
    files.push({
      path: entries.length > MAX_ADDRESSES ? `sitemap-${files.length + 1}.xml` : 'sitemap.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${part}\n</urlset>\n`,
    });
  }
  if (files.length > 1) {
    const list = files.map(
      (file) => `<sitemap><loc>${escapeHtml(new URL(context.base + file.path, site).href)}</loc></sitemap>`,
    );
    files.push({
      path: 'sitemap.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${list.join('\n')}\n</sitemapindex>\n`,
    });
  }
  return files;
}

function entry(address: string, date?: string): string {
  return `<url><loc>${escapeHtml(address)}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</url>`;
}

export function robots(base: string, site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${base}sitemap.xml`, site).href}\n`;
}
