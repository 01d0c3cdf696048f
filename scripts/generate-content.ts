/**
 * Writes an archive of any size, for tests and measurements:
 *
 *     node scripts/generate-content.ts --pages 1000 --out DIR [--seed 1] [--claims-per-episode 25] [--concepts-per-episode 1.2]
 *
 * `pages` counts pages of content: one for each show, episode, guest, concept, criterion, position, comparison, collection,
 * resource and article, and one for each claim. Index pages and redirects come on top. With the defaults, of 1,000
 * pages about 860 are claims, 33 episodes, 40 concepts and 27 guests; `--claims-per-episode 2 --concepts-per-episode 20`
 * makes four pages of five concepts of 200 to 700 words, as in a wiki.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { planComparisons } from './generate/plan-comparisons.ts';
import { createRandom } from './generate/random.ts';
import { createWorld } from './generate/world.ts';
import { writeClaims } from './generate/write-claims.ts';
import { writeComparison } from './generate/write-comparison.ts';
import { writeArticles, writeCollections, writeResources } from './generate/write-extras.ts';
import {
  writeConcept,
  writeCriterion,
  writeEpisode,
  writeGuest,
  writePosition,
  writeShow,
} from './generate/write-pages.ts';

export interface GenerateOptions {
  pages: number;
  /** Another seed, another archive. */
  seed?: number;
  claimsPerEpisode?: number;
  conceptsPerEpisode?: number;
}

/** Path → text. Pure: the same options give the same bytes. Throws RangeError when the options cannot be met. */
export function generateContent({
  pages,
  seed = 1,
  claimsPerEpisode = 25,
  conceptsPerEpisode = 1.2,
}: GenerateOptions): Record<string, string> {
  const world = createWorld({ pages, claimsPerEpisode, conceptsPerEpisode }, seed);
  const random = (purpose: string) => createRandom(seed, `write ${purpose}`);
  const files: Record<string, string> = {
    'settings.yaml': `title: Generated archive ${seed}\ndescription: Made-up conversations, for tests and measurements.\n`,
  };
  const put = (folder: string, pages: Iterable<readonly [slug: string, text: string]>) => {
    for (const [slug, text] of pages) files[`${folder}/${slug}.md`] = text;
  };

  put(
    'shows',
    world.shows.map((show) => [show.slug, writeShow(show)]),
  );
  const forGuests = random('guests');
  put(
    'guests',
    world.guests.map((guest) => [guest.slug, writeGuest(guest, world, forGuests)]),
  );
  const forConcepts = random('concepts');
  put(
    'concepts',
    world.concepts.map((page, index) => [page.slug, writeConcept(page, index, world, forConcepts)]),
  );
  const forCriteria = random('criteria');
  put(
    'criteria',
    world.criteria.map((criterion) => [criterion.slug, writeCriterion(criterion, forCriteria, world)]),
  );
  const forPositions = random('positions');
  put(
    'positions',
    world.positions.map((position) => [position.slug, writePosition(position, forPositions)]),
  );
  const forEpisodes = random('episodes');
  put(
    'episodes',
    world.episodes.map((episode) => [episode.slug, writeEpisode(episode, forEpisodes)]),
  );
  const forComparisons = random('comparisons');
  put(
    'comparisons',
    planComparisons(world).map(({ slug, options }) => [slug, writeComparison(options, world, forComparisons)]),
  );
  put('collections', writeCollections(world, random('collections')));
  put('resources', writeResources(world, random('resources')));
  put('articles', writeArticles(world, random('articles')));
  for (const [episode, claims] of world.claimsOf) files[`claims/${episode.slug}.yaml`] = writeClaims(claims);
  return files;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string', default: '1000' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'claims-per-episode': { type: 'string', default: '25' },
      'concepts-per-episode': { type: 'string', default: '1.2' },
    },
  });
  if (!values.out) throw new RangeError('say where to write: --out DIR');
  const files = generateContent({
    pages: Number(values.pages),
    seed: Number(values.seed),
    claimsPerEpisode: Number(values['claims-per-episode']),
    conceptsPerEpisode: Number(values['concepts-per-episode']),
  });
  console.log(`${values.pages} pages in ${await writeFiles(files, values.out)} files in ${values.out}`);
}

/** Writes into an empty folder: what an earlier run left there goes first. */
export async function writeFiles(files: Readonly<Record<string, string>>, folder: string): Promise<number> {
  const entries = Object.entries(files);
  await rm(folder, { recursive: true, force: true });
  for (const sub of new Set(entries.map(([path]) => dirname(path))))
    await mkdir(join(folder, sub), { recursive: true });
  for (const [path, text] of entries) await writeFile(join(folder, path), text);
  return entries.length;
}

if (import.meta.main) {
  await main().catch((problem: unknown) => {
    if (!(problem instanceof RangeError) && !(problem instanceof TypeError)) throw problem;
    console.error(problem.message);
    process.exitCode = 2;
  });
}
