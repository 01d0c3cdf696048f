/** `node search-indexer.ts PLANS OUT [KEPT [EARLIER]]`: the process that makes the indexes of search. See `build-search.ts`. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { endAnalysis } from './analyse-tokens.ts';
import { codeDigest } from './code-digest.ts';
import { type FacetRows, facetsDigest, writeFacets } from './facet-files.ts';
import { type IndexSource, passageSource, plannedSource } from './index-source.ts';
import { type IndexFile, type KeptIndex, keepIndex, openKept } from './kept-index.ts';
import { type Analyst, makeIndex } from './make-index.ts';
import { digestOf } from './model-digest.ts';
import { keepPlaced, openPlaced, type PlacedFiles, placeFiles } from './place-files.ts';
import { pruneKept } from './prune-kept.ts';
import { replaceFile } from './replace-file.ts';
import { PLAN_FILE, type SearchPlan, STALE } from './search-plan.ts';

/** Code that decides what an index is. */
const INDEXERS = [
  ...['exports', 'wiki/text', 'wiki/views/contracts', 'wiki/importers/transcripts'],
  ...['facet-files', 'index-source', 'kept-index', 'make-index', 'analyse-tokens', 'search-indexer'].map(
    (file) => `workspace/${file}.ts`,
  ),
].map((path) => `src/${path}`);

const NAMES = ['pages', 'claims', 'passages'] as const;
type IndexName = (typeof NAMES)[number];

const [plans, out, kept, earlier] = process.argv.slice(2) as [string, string, string | undefined, string | undefined];
const plan = JSON.parse(await readFile(join(plans, PLAN_FILE), 'utf8')) as SearchPlan;
const language = plan.language.toLowerCase();
const key = kept === undefined ? '' : `${codeDigest([...INDEXERS, 'package-lock.json'])} ${language}`;
const analyst: Analyst = { language, folder: join(plans, 'analysed'), known: new Map() };

const before = new Map<IndexName, KeptIndex>();
for (const name of kept === undefined ? [] : NAMES) {
  const found = await openKept(join(kept as string, name), key);
  if (found) before.set(name, found);
}
const placedFile = kept === undefined ? undefined : join(kept, 'placed');
const placedBefore = placedFile === undefined ? {} : await openPlaced(placedFile);
const placed: Record<string, PlacedFiles> = {};
const isStale = plan.since !== undefined && (await keptState()) !== stateOf(plan.since, NAMES.map(keptDigest));

if (isStale) process.exitCode = STALE;
else if (await makeAll()) {
  if (kept !== undefined) await pruneKept(dirname(kept));
} else process.exitCode = STALE;

/** False, where a record that was not written down is not known either. */
async function makeAll(): Promise<boolean> {
  const indexes: Partial<Record<IndexName, FacetRows>> = {};
  const digests: (string | undefined)[] = [];
  for (const name of NAMES) {
    const source = await sourceOf(name);
    if (!source) return false;
    const made = await takeOrMake(name, source);
    digests.push(made?.digest);
    if (made) indexes[name] = made;
  }
  const { manifest } = plan;
  const keptFacets = kept === undefined ? undefined : join(kept, 'facets');
  manifest.facets = await writeFacets(join(out, 'facets'), indexes as Record<string, FacetRows>, keptFacets, key);
  const said = indexes.passages?.lines().length;
  if (said !== undefined) manifest.records.passages = said;
  await writeFile(join(out, 'names', 'names.json'), JSON.stringify(manifest));
  if (placedFile !== undefined) await keepPlaced(placedFile, placed);
  // The name of the state comes last: it stands for whole indexes.
  if (kept !== undefined) await replaceFile(join(kept, 'state'), stateOf(plan.state, digests)).catch(() => undefined);
  await endAnalysis();
  return true;
}

async function sourceOf(name: IndexName): Promise<IndexSource | undefined> {
  if (name === 'passages') return passageSource(plan.passages.folder, plan.passages.episodes);
  const known = new Map(before.get(name)?.ids.map((id, row) => [id, before.get(name)?.digests[row] as string]));
  const written = plan[name].written && new Set(plan[name].written);
  if (written && plan[name].ids.some((id, row) => !written.has(row) && !known.has(id))) return undefined;
  return plannedSource(
    join(plans, `${name}-records.txt`),
    plan[name],
    name !== 'pages',
    (id) => known.get(id) as string,
  );
}

/** The index that was made of the same records, or one that is made now; of no passages none. */
async function takeOrMake(
  name: IndexName,
  source: IndexSource,
): Promise<(FacetRows & { digest?: string }) | undefined> {
  const digests = await source.digests();
  if (digests.length === 0 && name === 'passages') {
    if (kept !== undefined) await rm(join(kept, name), { force: true }).catch(() => undefined);
    return undefined;
  }
  const found = before.get(name);
  const isSame = (ours: readonly string[], theirs: readonly string[]) =>
    ours.length === theirs.length && ours.every((one, index) => one === theirs[index]);
  if (found && isSame(digests, found.digests) && isSame(source.ids, found.ids)) {
    place(name, found.files());
    return found;
  }
  const { records, files } = await makeIndex(source, digests, analyst, found, name === 'pages');
  place(name, files);
  const facets = facetsDigest(records.ids, records.lines, source.isMoment);
  const digest = kept === undefined ? undefined : await keepIndex(join(kept, name), key, records, facets, files);
  return { ids: records.ids, lines: () => records.lines, facets, digest };
}

function place(name: IndexName, files: readonly IndexFile[]): void {
  const before = earlier === undefined ? undefined : { folder: join(earlier, name), placed: placedBefore[name] ?? {} };
  placed[name] = placeFiles(join(out, name), files, before);
}

function keptDigest(name: IndexName): string | undefined {
  return before.get(name)?.digest;
}

/** What a state is called, together with the indexes that were made of it; an index of nothing is none. */
function stateOf(state: string | undefined, digests: readonly (string | undefined)[]): string {
  return digestOf(JSON.stringify([state, ...digests.map((digest) => digest ?? '')]));
}

async function keptState(): Promise<string | undefined> {
  return kept === undefined ? undefined : readFile(join(kept, 'state'), 'utf8').catch(() => undefined);
}
