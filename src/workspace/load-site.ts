import { resolve } from 'node:path';
import type { NodeId } from '../wiki/corpus/node.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { pathOf } from '../wiki/graph/addresses.ts';
import { comparisonIndex } from '../wiki/views/comparison/comparison-index.ts';
import { conceptPairs, conceptPairView } from '../wiki/views/comparison/concept-pairs.ts';
import { guestPairs, guestPairView } from '../wiki/views/comparison/guest-pairs.ts';
import { pairIndex } from '../wiki/views/comparison/pair-index.ts';
import { homeView } from '../wiki/views/home-view.ts';
import { indexView } from '../wiki/views/index-view.ts';
import { mapPageView } from '../wiki/views/map-page-view.ts';
import { mapView } from '../wiki/views/map-view.ts';
import { nodeView } from '../wiki/views/node-view.ts';
import { overviewView } from '../wiki/views/overview-view.ts';
import { previews } from '../wiki/views/previews.ts';
import { proposals } from '../wiki/views/proposals.ts';
import { redirects } from '../wiki/views/redirects.ts';
import { siteFrame } from '../wiki/views/site-frame.ts';
import { type ViewContext, viewContext } from '../wiki/views/view-context.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { compileContent } from './compile-content.ts';
import { createHighlight } from './highlighter.ts';
import { type MapFiles, mapFiles } from './map-files.ts';
import { readContent } from './read-content.ts';
import { readLock } from './read-evidence.ts';
import type { Site } from './site.ts';

export interface LoadedSite extends Site {
  wiki: Wiki;
  context: ViewContext;
  files: readonly SourceFile[];
}

export interface LoadOptions {
  content: string;
  base?: string;
}

/** Reads, compiles and makes ready to be asked for views. */
export async function loadSite(options: LoadOptions): Promise<LoadedSite> {
  const contentFolder = resolve(options.content);
  const files = await readContent(contentFolder);
  return prepareSite(files, await compileContent(contentFolder, files, await readLock(contentFolder)), {
    ...options,
    content: contentFolder,
  });
}

export async function prepareSite(
  files: readonly SourceFile[],
  compiled: Wiki,
  options: LoadOptions,
): Promise<LoadedSite> {
  const base = normaliseBase(options.base);
  const languages = compiled.graph.nodes.flatMap((node) => [
    ...node.proses.flatMap((prose) => prose.languages),
    ...(node.kind === 'comparison' && node.data.code ? [node.data.code.language] : []),
  ]);
  const context = viewContext(compiled, base, await createHighlight(languages));
  // Pages are made of what readers see, and of nothing else.
  const { wiki } = context;
  // A comparison and its record are two pages of one view, and the largest views there are.
  const compared = remembered((id: NodeId) => nodeView(context, id));
  let map: MapFiles | undefined;
  let former: ReturnType<typeof redirects> | undefined;
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return {
    wiki,
    context,
    files,
    contentFolder: options.content,
    base,
    frame: siteFrame(context),
    pages: wiki.graph.nodes.map((node) => ({
      id: node.id,
      kind: node.kind,
      slug: node.slug,
      path: pathOf(node),
      file: node.file,
    })),
    // Made when pages are: the search index need not wait for them.
    get redirects() {
      former ??= redirects(context);
      return former;
    },
    home: () => homeView(context),
    index: (kind) => indexView(context, kind),
    map: () => mapPageView(context),
    overview: (labelled) => overviewView(context, labelled),
    mapFiles() {
      map ??= mapFiles(mapView(context));
      return map;
    },
    titleOf: (id) => wiki.graph.node(id).title,
    view: (id) => (id.startsWith('comparison:') ? compared(id) : nodeView(context, id)),
    comparisons: () => comparisonIndex(context),
    pairs: () => pairIndex(context),
    conceptPairs: () => conceptPairs(context),
    conceptPair: (pair) => conceptPairView(context, pair),
    guestPairs: () => guestPairs(context),
    guestPair: (pair) => guestPairView(context, pair),
    previews: (episode) => previews(context, episode),
    proposals: (episode) => proposals(compiled.graph, episode),
    problems: (file) => wiki.diagnostics.filter((diagnostic) => diagnostic.file === file),
    diagnostics: wiki.diagnostics,
    source: (file) => texts.get(file),
  };
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as V;
  };
}

/** `docs`, `/docs` and `/docs/` are the same place. */
export function normaliseBase(base = '/'): string {
  const path = base.replace(/^\/+|\/+$/g, '');
  return path === '' ? '/' : `/${path}/`;
}
