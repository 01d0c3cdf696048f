import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatSummary, formatText } from '../wiki/diagnostics/format-text.ts';
import { kindByFolder } from '../wiki/kinds/index.ts';
import { devSearch } from './dev-search.ts';
import type { LoadedSite } from './load-site.ts';
import { problemPage } from './problem-page.ts';
import { currentSite, type Site, setSite } from './site.ts';
import { usesCollections } from './templates/which-renderer.ts';
import { terminalStyle } from './terminal.ts';

type ServerHook = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type ServerSetup = Parameters<ServerHook>[0];

/** Saves come in bursts; wait for the last of one. An editor writes, renames and touches within a few milliseconds. */
const SETTLE_MS = 20;

/** Recompiles when content or the compiler changes, tells the terminal, and has the browser reload. */
export function watchContent({ server, refreshContent }: ServerSetup, content: string, base: string): void {
  const folder = resolve(content);
  const compilerFolders = ['wiki', 'workspace'].map((name) => resolve(server.config.root, 'src', name));
  server.watcher.add(folder);
  const sources = resolve(server.config.root, 'src') + sep;
  let timer: NodeJS.Timeout | undefined;
  /** Reading all pages' code for it takes as long as reading the content. */
  let areCollectionsUsed: Promise<boolean> | undefined;

  async function reload(): Promise<void> {
    // Through the dev server, so that a change of the compiler's own code counts too.
    const module = await server.ssrLoadModule('/src/workspace/load-site.ts');
    const { loadSite } = module as typeof import('./load-site.ts');
    const before = addresses(currentSite());
    setSite(await loadSite({ content: folder, base }));
    reportProblems(currentSite());
    // Filling collections takes longer than all the rest; it also has Astro ask again which pages there are.
    areCollectionsUsed ??= usesCollections();
    if (before !== addresses(currentSite()) || (await areCollectionsUsed)) await refreshContent?.({});
    server.ws.send({ type: 'full-reload' });
  }

  server.watcher.on('all', (_event, path) => {
    if (path.startsWith(sources)) areCollectionsUsed = undefined;
    if (![folder, ...compilerFolders].some((watched) => path === watched || path.startsWith(watched + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      reload().catch((problem) => console.error(problem instanceof Error ? problem.stack : problem));
    }, SETTLE_MS);
  });

  server.middlewares.use(
    devSearch(() => currentSite() as LoadedSite, resolve(server.config.root, '.onrecord', `dev-${process.pid}`)),
  );

  // A page whose file cannot be read has no view; its address answers with the reason.
  server.middlewares.use((request, response, next) => {
    const page = brokenPage(currentSite(), request.url ?? '');
    if (!page) return next();
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
}

/** Every address a page is made for. */
function addresses(site: Site): string {
  return [...site.pages, ...site.redirects].map((page) => page.path).join('\n');
}

export function reportProblems(site: Site): void {
  const style = terminalStyle(process.stderr);
  for (const diagnostic of site.diagnostics) {
    console.error(formatText(diagnostic, site.source(diagnostic.file), `${site.contentFolder}/`, style));
  }
  if (site.diagnostics.length > 0) console.error(formatSummary(site.diagnostics));
}

function brokenPage(site: Site, url: string): string | undefined {
  const path = (url.split('?')[0] ?? '').slice(site.base.length).replace(/\/?$/, '/');
  const [folder, slug] = path.split('/');
  const kind = kindByFolder.get(folder ?? '');
  if (!kind || !slug || site.pages.some((page) => page.path === path)) return undefined;
  const files =
    kind.storage === 'list' ? [`${folder}/${slug}.yaml`] : [`${folder}/${slug}.md`, `${folder}/${slug}.mdx`];
  const problems = files.flatMap((file) => site.problems(file)).filter((problem) => problem.severity === 'error');
  return problems.length > 0 ? problemPage(problems, (file) => site.source(file)) : undefined;
}
