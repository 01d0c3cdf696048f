import type { BrokenPage } from '../corpus/parse-file.ts';
import { parseYaml } from '../corpus/parse-yaml.ts';
import type { SourceFile } from '../corpus/source-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { kindByFolder } from '../kinds/index.ts';
import { compareText } from '../text/order.ts';
import { normaliseSource, sourceText } from '../text/source-text.ts';
import { suggest } from '../text/suggest.ts';
import { formerAddresses, pathOf } from './addresses.ts';
import type { WikiGraph } from './wiki-graph.ts';

/** Name of the file in the content folder that lists the addresses published so far: a YAML list of paths inside the site. */
export const ADDRESSES_FILE = 'addresses.lock.yaml';

const HEADER = `# Addresses published so far. \`onrecord addresses --lock\` adds those of today; a build that would break one fails.\n`;

/** Every address that leads to a page, sorted: the page’s own and those it had before. Indexes and computed pages are not counted. */
export function addressesOf(graph: WikiGraph): string[] {
  return [...graph.nodes.map(pathOf), ...formerAddresses(graph).keys()].sort(compareText);
}

/** The lock with today’s addresses added to those it holds. None is ever taken out but by hand. */
export function lockAddresses(graph: WikiGraph, file: SourceFile | undefined): string {
  const all = new Set([...readPublished(file).map(({ path }) => path), ...addressesOf(graph)]);
  return `${HEADER}${[...all]
    .sort(compareText)
    .map((path) => `- ${path}\n`)
    .join('')}`;
}

/** What was published and leads nowhere now. Pages that could not be read are not counted as gone. */
export function checkAddresses(
  graph: WikiGraph,
  broken: readonly BrokenPage[],
  file: SourceFile | undefined,
): Diagnostic[] {
  if (!file) return [];
  const { diagnostics, locate } = parseLock(file);
  if (diagnostics.length > 0) return diagnostics;
  const known = new Set(addressesOf(graph));
  const unread = new Set(
    broken.map(({ id }) => {
      const colon = id.indexOf(':');
      return pathOf({ kind: id.slice(0, colon) as never, slug: id.slice(colon + 1) });
    }),
  );
  const published = readPublished(file);
  const old = new Set(published.map(({ path }) => path));
  const fresh = graph.nodes.filter((node) => !old.has(pathOf(node)));
  return published
    .filter(({ path }) => !known.has(path) && !unread.has(path))
    .map(({ path, index }) => ({
      code: 'broken-address',
      severity: 'error',
      file: file.path,
      span: locate([index]),
      message: `\`${path}\` was published and leads nowhere now`,
      hint: wayOut(path, fresh, graph),
    }));
}

/** Names the page that most likely has the old one’s place: one that is new in the same folder, else any there. */
function wayOut(path: string, fresh: WikiGraph['nodes'], graph: WikiGraph): string {
  const address = path.replace(/\/$/, '');
  const folder = address.slice(0, address.indexOf('/'));
  const kind = kindByFolder.get(folder)?.name;
  const among = (nodes: WikiGraph['nodes']) => {
    const paths = new Map(nodes.filter((node) => node.kind === kind).map((node) => [pathOf(node), node.file]));
    const near = suggest(path, paths.keys());
    return near === undefined ? undefined : paths.get(near);
  };
  const heir = among(fresh) ?? among(graph.nodes) ?? 'the page that has its place';
  return `add \`formerly: [${address}]\` to ${heir}, or take the line out if the page must go for good`;
}

function parseLock(file: SourceFile) {
  const source = sourceText(normaliseSource(file.text));
  return parseYaml(file.path, source, 0, source.text.length);
}

function readPublished(file: SourceFile | undefined): { path: string; index: number }[] {
  const list = file && parseLock(file).data;
  return Array.isArray(list)
    ? list.flatMap((path: unknown, index) => (typeof path === 'string' ? [{ path, index }] : []))
    : [];
}
