import type { AnyNode } from './corpus/node.ts';
import { type ParsedFile, parseFile } from './corpus/parse-file.ts';
import { isMdx, refuseMdx } from './corpus/refuse-mdx.ts';
import type { SourceFile } from './corpus/source-file.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostics/diagnostic.ts';
import type { Evidence, EvidenceInput } from './evidence/evidence.ts';
import { evidenceAmong, isEvidence } from './evidence/evidence-among.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { assignDates } from './graph/assign-dates.ts';
import type { RememberedPositions } from './graph/layout/layout-map.ts';
import { MAP_LOCK_FILE, parseMapLock } from './graph/layout/map-lock.ts';
import { linkNodes } from './graph/link-nodes.ts';
import { ADDRESSES_FILE, type AddressLock, checkAddresses, parseAddressLock } from './graph/published-addresses.ts';
import { publishedGraph } from './graph/published-graph.ts';
import { createResolver, type Resolver } from './graph/resolve.ts';
import { type WikiGraph, wikiGraph } from './graph/wiki-graph.ts';
import { type Rule, runRule } from './rules/define-rule.ts';
import { rules } from './rules/index.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from './settings.ts';
import { compareText } from './text/order.ts';

export interface Wiki {
  settings: Settings;
  /** Everything that was written: what curators and checks work on. */
  graph: WikiGraph;
  resolver: Resolver;
  /** The part of it that readers see; the same where nothing is held back. */
  published: { graph: WikiGraph; resolver: Resolver };
  /** Addresses that were published so far. */
  addresses: AddressLock;
  /** Where pages stood on the map when it was last written down. */
  places: RememberedPositions;
  /** Everything there is to say about the content, in a total order. */
  diagnostics: Diagnostic[];
  /** What transcripts, or the lock written when they were there, say of the claims. */
  evidence: Evidence;
}

/**
 * The whole recipe: files of text in; settings, one typed graph and diagnostics out. Pure, and blind to the order of its input.
 * When all is read and linked, `held` is asked which rules the content is to be held to; it is told whether nothing was wrong so far.
 */
export function compileWiki(
  files: readonly SourceFile[],
  parse: (file: SourceFile) => ParsedFile = parseFile,
  known: EvidenceInput = evidenceAmong(files),
  held: (isSound: boolean) => readonly Rule[] = () => rules,
): Wiki {
  const sources = [...files].sort((left, right) => compareText(left.path, right.path));
  const { settings, diagnostics } = parseSettings(sources.find((file) => file.path === SETTINGS_FILE));

  const parsed = sources
    .filter((file) => isPage(file.path))
    .map((file) => (settings.mdx || !isMdx(file.path) ? parse(file) : refuseMdx(file, parse(file))));
  diagnostics.push(...parsed.flatMap((file) => file.diagnostics));
  const { nodes, repeated } = withoutRepeats(parsed.flatMap((file) => file.nodes));
  diagnostics.push(...repeated);

  const resolver = createResolver(nodes);
  const broken = parsed.flatMap((file) => file.broken);
  const links = linkNodes(nodes, resolver, broken);
  diagnostics.push(...links.diagnostics);
  const isSound = diagnostics.length + links.unsettled.size === 0;
  const graph = wikiGraph(nodes, links.edges, links.unsettled);
  assignDates(graph);
  const shown = publishedGraph(graph);
  const published = { graph: shown, resolver: shown === graph ? resolver : createResolver(shown.nodes) };
  const addresses = parseAddressLock(sources.find((file) => file.path === ADDRESSES_FILE));
  diagnostics.push(...checkAddresses(shown, broken, addresses));

  const lock = parseMapLock(sources.find((file) => file.path === MAP_LOCK_FILE));
  diagnostics.push(...lock.diagnostics);

  const evidence = gatherEvidence(graph, known);
  for (const rule of held(isSound)) diagnostics.push(...runRule(rule, graph, evidence));
  return {
    settings,
    graph,
    resolver,
    published,
    evidence,
    addresses,
    places: lock.positions,
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

const NO_PAGES: readonly string[] = [SETTINGS_FILE, ADDRESSES_FILE, MAP_LOCK_FILE];

/** Whether a file of the content folder is read as pages. Notes for curators may stand beside them. */
export function isPage(path: string): boolean {
  return !NO_PAGES.includes(path) && !isEvidence(path) && !/(^|\/)README\.md$/i.test(path);
}

/** The first page keeps an address that two want. */
function withoutRepeats(all: readonly AnyNode[]): { nodes: AnyNode[]; repeated: Diagnostic[] } {
  const nodes: AnyNode[] = [];
  const repeated: Diagnostic[] = [];
  // The order is stable: of pages with one id, the first comes first.
  for (const node of [...all].sort((left, right) => compareText(left.id, right.id))) {
    const first = nodes.at(-1);
    if (first?.id !== node.id) {
      nodes.push(node);
      continue;
    }
    repeated.push({
      code: 'duplicate-id',
      severity: 'error',
      file: node.file,
      span: node.kind === 'claim' ? node.locate(['id']) : node.span,
      message: `\`${node.slug}\` is already the address of another ${node.kind}`,
      hint: 'choose another id',
      related: [{ file: first.file, span: first.span, message: 'first used here' }],
    });
  }
  return { nodes, repeated };
}
