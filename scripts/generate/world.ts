import { slugify } from '../../src/wiki/text/slug.ts';
import { countPages, type PageCounts, type Proportions } from './count-pages.ts';
import { planClaims } from './plan-claims.ts';
import { planConcepts } from './plan-concepts.ts';
import { planEpisodes } from './plan-episodes.ts';
import { planGuests } from './plan-guests.ts';
import { planPositions } from './plan-positions.ts';
import { createRandom } from './random.ts';
import { CRITERIA, madeUpName } from './words.ts';

export interface Page {
  slug: string;
  title: string;
}

export interface Concept extends Page {
  /** As it stands within a sentence. */
  name: string;
  alias: string;
  broader?: Concept;
}

export interface Guest extends Page {
  role: string;
  organisation: string;
}

export interface Show extends Page {
  host: Guest;
}

export interface Episode extends Page {
  show: Show;
  number: number;
  date: string;
  /** Length in seconds. */
  length: number;
  guests: Guest[];
  /** What is talked about, most important first. */
  topics: Concept[];
  chapters: { at: number; title: string }[];
}

export interface Position extends Page {
  about: Concept;
}

export interface Claim {
  /** `episode/id`, as citations name it. */
  ref: string;
  id: string;
  episode: Episode;
  by: Guest;
  /** Seconds. */
  start: number;
  end: number;
  type: string;
  text: string;
  about: Concept[];
  criterion?: Page;
  option?: Concept;
  condition?: string;
  takes?: { position: Position; stance: string };
  relation?: { kind: string; claim: Claim };
  status: string;
}

/** Who and what there is, before anything is written down. */
export interface World {
  counts: PageCounts;
  shows: Show[];
  guests: Guest[];
  concepts: Concept[];
  criteria: Page[];
  positions: Position[];
  episodes: Episode[];
  claims: Claim[];
  claimsOf: Map<Episode, Claim[]>;
  claimsAbout: Map<Concept, Claim[]>;
}

export function createWorld(proportions: Proportions, seed: number): World {
  const counts = countPages(proportions);
  const concepts = planConcepts(counts.concepts, createRandom(seed, 'concepts'));
  const people = planGuests(counts.guests, createRandom(seed, 'guests'));
  const hosts = people.slice(0, counts.shows);
  const shows = hosts.map((host, index) => {
    const title = `The ${madeUpName(7000 + index)} Podcast`;
    return { title, slug: slugify(title), host };
  });
  const criteria = CRITERIA.map(([title]) => ({ title, slug: slugify(title) }));
  const positions = planPositions(counts.positions, concepts, createRandom(seed, 'positions'));
  const random = createRandom(seed, 'episodes');
  const episodes = planEpisodes(counts.episodes, shows, people.slice(counts.shows), concepts, random);
  const claims = planClaims(counts.claims, { episodes, criteria, positions }, createRandom(seed, 'claims'));
  const claimsOf = Map.groupBy(claims, (claim) => claim.episode);
  const claimsAbout = new Map<Concept, Claim[]>();
  for (const claim of claims) {
    for (const concept of claim.about) {
      const known = claimsAbout.get(concept);
      if (known) known.push(claim);
      else claimsAbout.set(concept, [claim]);
    }
  }
  return { counts, shows, guests: people, concepts, criteria, positions, episodes, claims, claimsOf, claimsAbout };
}
