import { CRITERIA } from './words.ts';

/** Pages of each kind. Their sum is the number of pages asked for. */
export interface PageCounts {
  shows: number;
  criteria: number;
  episodes: number;
  guests: number;
  concepts: number;
  positions: number;
  comparisons: number;
  collections: number;
  resources: number;
  articles: number;
  claims: number;
}

export interface Proportions {
  pages: number;
  claimsPerEpisode: number;
  conceptsPerEpisode: number;
}

/**
 * Pages for each episode, as in a real archive: people come back, one topic in three becomes a position or comparison.
 * Claims, and concepts, are asked for by the caller.
 */
const PER_EPISODE = {
  guests: 0.8,
  positions: 0.3,
  comparisons: 0.15,
  collections: 0.05,
  resources: 0.4,
  articles: 0.1,
};
/** Episodes a show has before the next one is opened, and the most shows an archive has. */
const EPISODES_PER_SHOW = 150;
const MOST_SHOWS = 12;
/** Citations, criteria and positions need something to draw on. */
const FEWEST_CLAIMS_PER_EPISODE = 2;
const FEWEST_CONCEPTS_PER_EPISODE = 0.2;
export const FEWEST_PAGES = 60;

/** Shares out the pages; claims take what the other kinds leave, so that the sum is exact. */
export function countPages({ pages, claimsPerEpisode, conceptsPerEpisode }: Proportions): PageCounts {
  if (!Number.isInteger(pages) || pages < FEWEST_PAGES) {
    throw new RangeError(`pages should be a whole number from ${FEWEST_PAGES} up, not ${pages}`);
  }
  if (!(claimsPerEpisode >= FEWEST_CLAIMS_PER_EPISODE) || !(conceptsPerEpisode >= FEWEST_CONCEPTS_PER_EPISODE)) {
    throw new RangeError(
      `an episode needs at least ${FEWEST_CLAIMS_PER_EPISODE} claims and ${FEWEST_CONCEPTS_PER_EPISODE} concepts`,
    );
  }
  const share = Object.values(PER_EPISODE).reduce((sum, each) => sum + each, 1 + conceptsPerEpisode + claimsPerEpisode);
  let episodes = Math.max(1, Math.floor((pages - CRITERIA.length) / share));
  let counts = shareOut(episodes);
  while (episodes > 1 && counts.claims < episodes * FEWEST_CLAIMS_PER_EPISODE) counts = shareOut(--episodes);
  if (counts.claims < Math.max(counts.criteria, episodes * FEWEST_CLAIMS_PER_EPISODE)) {
    throw new RangeError(`${pages} pages are too few for ${conceptsPerEpisode} concepts an episode`);
  }
  return counts;

  function shareOut(episodes: number): PageCounts {
    const some = (each: number, least = 1) => Math.max(least, Math.round(episodes * each));
    const shows = Math.min(MOST_SHOWS, Math.ceil(episodes / EPISODES_PER_SHOW));
    const counts = {
      shows,
      criteria: CRITERIA.length,
      episodes,
      // Hosts are people too.
      guests: some(PER_EPISODE.guests) + shows,
      concepts: some(conceptsPerEpisode, 6),
      positions: some(PER_EPISODE.positions),
      comparisons: some(PER_EPISODE.comparisons),
      collections: some(PER_EPISODE.collections),
      resources: some(PER_EPISODE.resources),
      articles: some(PER_EPISODE.articles),
    };
    return { ...counts, claims: pages - Object.values(counts).reduce((sum, each) => sum + each, 0) };
  }
}
