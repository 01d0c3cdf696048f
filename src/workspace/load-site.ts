import { resolve } from 'node:path';
import { kindOf, type NodeId } from '../wiki/corpus/node.ts';
import type { SourceFile } from '../wiki/corpus/source-file.ts';
import { pathOf } from '../wiki/graph/addresses.ts';
import type { KeptRankings } from '../wiki/graph/measures/kept-rankings.ts';
import { codeLanguages } from '../wiki/views/code-languages.ts';
import { comparisonIndex } from '../wiki/views/comparison/comparison-index.ts';
import { conceptPairs, conceptPairView } from '../wiki/views/comparison/concept-pairs.ts';
import { guestPairs, guestPairView } from '../wiki/views/comparison/guest-pairs.ts';
import { pairIndex } from '../wiki/views/comparison/pair-index.ts';
import { homeView } from '../wiki/views/home-view.ts';
import { indexView } from '../wiki/views/index-view.ts';
import { mapPageView } from '../wiki/views/map-page-view.ts';
import { mapView } from '../wiki/views/map-view.ts';
import type { Memory } from '../wiki/views/memory.ts';
import { methodView } from '../wiki/views/method-view.ts';
import { nodeView } from '../wiki/views/node-view.ts';
import { onceAside, onceEach } from '../wiki/views/once.ts';
import { overviewView } from '../wiki/views/overview-view.ts';
import { previews } from '../wiki/views/previews.ts';
import { proposals } from '../wiki/views/proposals.ts';
import type { Reads } from '../wiki/views/reads.ts';
import { redirects } from '../wiki/views/redirects.ts';
import { siteFrame, totalOf } from '../wiki/views/site-frame.ts';
import { type ViewContext, viewContext } from '../wiki/views/view-context.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { compileContent } from './compile-content.ts';
import { lateHighlight } from './highlighter.ts';
import { type MapFiles, mapFiles } from './map-files.ts';
import { readContent } from './read-content.ts';
import { readLock } from './read-evidence.ts';
import type { Site } from './site.ts';

export interface LoadedSite extends Site {
  wiki: Wiki;
  context: ViewContext;
  files: readonly SourceFile[];
  /** Loads what `isLate` has left. */
  ready(): Promise<void>;
}

export interface LoadOptions {
  content: string;
  base?: string;
  /** Where to note what pages are made from. */
  reads?: Reads;
  /** What an earlier build kept about what is related. */
  rankings?: KeptRankings;
  /** What earlier builds found out about the whole archive. */
  memory?: Memory;
  /** Leaves the highlighter until code is to be shown: views throw `NotLoadedError` where it is needed. */
  isLate?: boolean;
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
  const { highlight, load } = lateHighlight(codeLanguages(compiled.published.graph));
  if (!options.isLate) await load();
  const context = viewContext(compiled, base, highlight, options);
  // Pages are made of what readers see, and of nothing else.
  const { wiki } = context;
  const pages = wiki.graph.nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    slug: node.slug,
    path: pathOf(node),
    file: node.file,
  }));
  let former: ReturnType<typeof redirects> | undefined;
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return {
    wiki,
    context,
    files,
    ready: load,
    contentFolder: options.content,
    base,
    get frame() {
      return siteFrame(context);
    },
    get pages() {
      context.notes?.all();
      return pages;
    },
    // Made when pages are: the search index need not wait for them.
    get redirects() {
      former ??= redirects(context);
      return former;
    },
    home: () => homeView(context),
    method: () => methodView(context),
    index: (kind) => indexView(context, kind),
    map: () => mapPageView(context),
    overview: (labelled) => overviewView(context, labelled),
    mapFiles() {
      context.notes?.all();
      return filesOfMap(context);
    },
    titleOf: (id) => wiki.graph.node(id).title,
    totalOf: (kind) => totalOf(context, kind),
    view: (id) => (kindOf(id) === 'comparison' ? compared(context, id) : nodeView(context, id)),
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

const filesOfMap = onceAside((context): MapFiles => mapFiles(mapView(context), context.memory));

/** A comparison and its record are two pages of one view, and the largest views there are. */
const compared = onceEach('comparison', (context, id: NodeId) => nodeView(context, id));

/** `docs`, `/docs` and `/docs/` are the same place. */
export function normaliseBase(base = '/'): string {
  const path = base.replace(/^\/+|\/+$/g, '');
  return path === '' ? '/' : `/${path}/`;
}
