import type { SSRManifest } from 'astro';
import { escapeHtml } from '../../wiki/text/plain.ts';
import type { PageFrame } from './html-runtime.ts';

type Route = SSRManifest['routes'][number];

/** What Astro's build says of a route's styles and scripts, as the HTML that loads them. */
export function frameMaker(manifest: SSRManifest): (route: Route, moduleId: string | undefined) => PageFrame {
  const scripts = new Map<string, string>();
  function address(path: string): string {
    return `/${[manifest.base, path]
      .map((part) => part.replace(/^\/+|\/+$/g, ''))
      .filter(Boolean)
      .join('/')}`;
  }
  function script(id: string): string {
    let html = scripts.get(id);
    if (html === undefined) {
      html = scriptHtml(id);
      scripts.set(id, html);
    }
    return html;
  }
  function scriptHtml(id: string): string {
    const inlined = manifest.inlinedScripts.get(id);
    if (inlined !== undefined) return inlined && `<script type="module">${inlined}</script>`;
    const file = manifest.entryModules[id];
    if (!file) throw new Error(`no compiled script for ${id}`);
    return `<script type="module" src="${address(file)}"></script>`;
  }
  return ({ styles, scripts: loaded }, moduleId) => ({
    head: [
      ...new Set(
        styles.map((style) =>
          style.type === 'external' ? sheet(address(style.src)) : `<style>${style.content}</style>`,
        ),
      ),
      ...loaded.map((one) => {
        if ('stage' in one) return one.stage === 'head-inline' ? `<script>${one.children}</script>` : '';
        return one.type === 'external'
          ? `<script type="module" src="${address(one.value)}"></script>`
          : `<script type="module">${one.value}</script>`;
      }),
    ].join(''),
    hasHead: manifest.componentMetadata.get(moduleId ?? '')?.containsHead ?? false,
    site: manifest.site,
    script,
  });
}

function sheet(href: string): string {
  return `<link rel="stylesheet" href="${escapeHtml(href)}">`;
}
