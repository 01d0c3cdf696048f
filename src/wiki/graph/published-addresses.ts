import type { BrokenPage } from '../corpus/parse-file.ts';
import { type Path, parseYaml } from '../corpus/parse-yaml.ts';
import type { SourceFile } from '../corpus/source-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type KindName, kindByFolder, kinds } from '../kinds/index.ts';
import { compareText } from '../text/order.ts';
import { truncate } from '../text/plain.ts';
import { normaliseSource, type Span, sourceText } from '../text/source-text.ts';
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

/** The lock, read: what it lists and what cannot be told from it. */
export interface AddressLock {
  /** Paths inside the site, each with a slash at the end, and which entry of the list each is, from 0. */
  published: { path: string; index: number }[];
  /** Where an entry stands; asked for when something is wrong with it, because places cost more than reading. */
  locate(index: number): Span;
  diagnostics: Diagnostic[];
}

const EMPTY = { published: [], locate: () => NOWHERE };
const NOWHERE: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** What one address may look like: as pages have them, with or without the slash at the end. */
const ADDRESS = /^[^\s/]+(?:\/[^\s/]+)*\/?$/;

/** Reads the lock. No file is an empty lock; a file that is something else is a diagnostic at its place, never an empty lock. */
export function parseAddressLock(file: SourceFile | undefined): AddressLock {
  if (!file) return { ...EMPTY, diagnostics: [] };
  const source = sourceText(normaliseSource(file.text));
  const { data, locate, written, diagnostics } = parseYaml(file.path, source, 0, source.text.length);
  if (diagnostics.length > 0 || data === null || data === undefined) return { ...EMPTY, diagnostics };
  const wrong = (path: Path, message: string, hint: string): Diagnostic => ({
    code: 'wrong-value',
    severity: 'error',
    file: file.path,
    span: locate(path),
    message,
    hint,
  });
  if (!Array.isArray(data)) {
    const hint = 'write each address on a line of its own, such as `- concepts/rag/`';
    return { ...EMPTY, diagnostics: [wrong([], 'published addresses should be a list', hint)] };
  }
  const published: AddressLock['published'] = [];
  for (const [index, entry] of data.entries()) {
    if (typeof entry === 'string' && ADDRESS.test(entry) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(entry)) {
      published.push({ path: entry.replace(/\/?$/, '/'), index });
      continue;
    }
    const given = truncate(written([index]).trim().replace(/\s+/g, ' '), 60);
    const subject = given === '' ? 'an entry that is empty' : `\`${given}\``;
    const hint = 'write it as `- concepts/rag/`, or take the line out';
    diagnostics.push(wrong([index], `${subject} is not an address inside the site`, hint));
  }
  return { published, locate: (index) => locate([index]), diagnostics };
}

/** The lock with today’s addresses added to those it holds. None is ever taken out but by hand. Throws when the lock could not be read whole. */
export function lockAddresses(graph: WikiGraph, lock: AddressLock): string {
  if (lock.diagnostics.length > 0) throw new Error('a lock that cannot be read is never written over');
  const all = new Set([...lock.published.map(({ path }) => path), ...addressesOf(graph)]);
  return `${HEADER}${[...all]
    .sort(compareText)
    .map((path) => `- ${path}\n`)
    .join('')}`;
}

/**
 * What was published and leads nowhere now, and what the lock does not say plainly. Where a page of a kind could not be read, nothing in that kind’s folder is
 * counted as gone, nor what it mentions: nobody knows the names that page has, nor those it had.
 */
export function checkAddresses(graph: WikiGraph, broken: readonly BrokenPage[], lock: AddressLock): Diagnostic[] {
  if (lock.published.length === 0) return lock.diagnostics;
  const known = new Set(addressesOf(graph));
  const unread = new Set(broken.map(({ id }) => kinds[id.slice(0, id.indexOf(':')) as KindName].folder));
  const old = new Set(lock.published.map(({ path }) => path));
  const fresh = graph.nodes.filter((node) => !old.has(pathOf(node)));
  const gone = lock.published
    .filter(
      ({ path }) =>
        !known.has(path) &&
        !unread.has(folderOf(path) as never) &&
        !broken.some(({ text }) => text.includes(path.slice(0, -1))),
    )
    .map(
      ({ path, index }): Diagnostic => ({
        code: 'broken-address',
        severity: 'error',
        file: ADDRESSES_FILE,
        span: lock.locate(index),
        message: `\`${path}\` was published and leads nowhere now`,
        hint: wayOut(path, fresh, graph),
      }),
    );
  return [...lock.diagnostics, ...gone];
}

/** Names the page that most likely has the old one’s place: one that is new in the same folder, else any there. */
function wayOut(path: string, fresh: WikiGraph['nodes'], graph: WikiGraph): string {
  const kind = kindByFolder.get(folderOf(path))?.name;
  const files = (nodes: WikiGraph['nodes']) =>
    new Map(nodes.filter((node) => node.kind === kind).map((node) => [pathOf(node), node.file]));
  const near = (paths: Map<string, string>) => paths.get(suggest(path, paths.keys()) ?? '');
  const added = files(fresh);
  const few = added.size > 0 && added.size <= 3 ? [...new Set(added.values())].join(' or ') : undefined;
  const heir = near(added) ?? few ?? near(files(graph.nodes)) ?? 'the page that has its place';
  return `add \`formerly: [${path.replace(/\/$/, '')}]\` to ${heir}, or take the line out if the page must go for good`;
}

const folderOf = (path: string): string => path.slice(0, path.indexOf('/'));
