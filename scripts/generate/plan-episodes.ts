import { slugify } from '../../src/wiki/text/slug.ts';
import { createNames } from './names.ts';
import { CHAPTER_TITLES } from './phrases.ts';
import type { Random } from './random.ts';
import { capitalise } from './words.ts';
import type { Concept, Episode, Guest, Show } from './world.ts';

const TITLES = [
  '{A} in practice',
  'What we got wrong about {A}',
  '{A} and {B}',
  'From {A} to {B}',
  'A sober look at {A}',
  'Building a team for {A}',
  '{A} at the edges',
  'The long road to {A}',
  '{A} without the hype',
  'Ten years of {A}',
];
/** The first day of the archive; each show then comes out once a week. */
const FIRST_DAY = Date.UTC(2019, 0, 7);
const WEEK = 7 * 24 * 3600 * 1000;
const SHORTEST = 35 * 60;
const LONGEST = 80 * 60;
/** Titles tried before an episode gets a number for one. */
const MOST_TRIES = 40;

export function planEpisodes(
  count: number,
  shows: readonly Show[],
  guests: readonly Guest[],
  concepts: readonly Concept[],
  random: Random,
): Episode[] {
  const names = createNames();
  return Array.from({ length: count }, (_, index) => {
    // Its own concepts, so that each concept is talked about somewhere, and some that everybody talks about.
    const chosen = new Set(concepts.filter((_, place) => place % count === index));
    const wanted = Math.min(concepts.length, chosen.size + 5);
    while (chosen.size < wanted) chosen.add(random.pickPopular(concepts));
    const topics = [...chosen];
    const people = [guests[index % guests.length] as Guest];
    if (random.chance(0.15)) people.push(random.pick(guests));
    const length = random.int(SHORTEST, LONGEST);
    const week = Math.floor(index / shows.length);
    const title = nextTitle(topics, index);
    return {
      title,
      slug: slugify(title),
      show: shows[index % shows.length] as Show,
      number: week + 1,
      date: new Date(FIRST_DAY + week * WEEK).toISOString().slice(0, 10),
      length,
      guests: [...new Set(people)],
      topics,
      chapters: planChapters(topics, length),
    };
  });

  function nextTitle(topics: readonly Concept[], index: number): string {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [A, B] = random.sample(topics, 2) as [Concept, Concept];
      const title = capitalise(random.pick(TITLES).replace('{A}', A.name).replace('{B}', B.name));
      if (names.take(title)) return title;
    }
    return `Conversation ${index + 1}`;
  }

  function planChapters(topics: readonly Concept[], length: number): Episode['chapters'] {
    const chapters = [{ at: 0, title: CHAPTER_TITLES[0] as string }];
    for (let at = random.int(60, 150); at < length - 120; at += random.int(90, 300)) {
      const title = random.pick(CHAPTER_TITLES.slice(1));
      const named = title.replace('{A}', random.pick(topics).name).replace('{B}', random.pick(topics).name);
      chapters.push({ at, title: capitalise(named) });
    }
    return chapters;
  }
}
