import type { Random } from './random.ts';
import { fillSentence } from './sentence.ts';
import { CRITERIA, capitalise } from './words.ts';
import type { Concept, Episode, Guest, Page, Position, Show, World } from './world.ts';
import { cite, citedSentence, linkTo, writeProse } from './write-prose.ts';
import { flowList, page, quotedTime, scalar } from './yaml-text.ts';

/** Words of a concept's prose. */
const SHORTEST_PROSE = 200;
const LONGEST_PROSE = 680;
const YOUTUBE_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export function writeShow(show: Show): string {
  const first = show.host.title.split(' ')[0] as string;
  return page(
    [
      `title: ${scalar(show.title)}`,
      `url: https://example.org/${show.slug}`,
      'summary: Weekly conversations with people who build with data.',
      `hosts:\n  - guest: ${show.host.slug}\n    labels: [${first}]`,
    ],
    'One guest a week tells how the work goes in fact, from the first attempt to what it costs to keep.',
  );
}

export function writeGuest(guest: Guest, world: World, random: Random): string {
  const concept = random.pickPopular(world.concepts);
  const claims = random.sample(world.claims, 2);
  return page(
    [
      `title: ${guest.title}`,
      `speakers: [${guest.title.split(' ')[0]}]`,
      `summary: ${capitalise(guest.role)} at ${guest.organisation}, known for work on ${concept.name}.`,
      'lens: Judges a technology by what it takes to keep it running once the first users are there.',
      `roles:\n  - role: ${capitalise(random.pick(['student', 'analyst', 'developer', 'researcher']))}\n  - role: ${capitalise(guest.role)}\n    organisation: ${guest.organisation}\n    since: ${random.int(2012, 2024)}`,
      `links:\n  Website: https://example.org/people/${guest.slug}`,
    ],
    `${guest.title} came to ${linkTo(concept, random)} by way of another trade. ${claims
      .map((claim) => citedSentence(concept, random.pick(world.concepts), [claim], random))
      .join(' ')}`,
  );
}

export function writeConcept(concept: Concept, index: number, world: World, random: Random): string {
  // The neighbour in the list, so that each concept is linked from another; and two more.
  const next = world.concepts[(index + 1) % world.concepts.length] as Concept;
  const related = [...new Set([next, ...random.sample(world.concepts, 2)])].filter((other) => other !== concept);
  const sentence = fillSentence('{A} means {doing}, so that {purpose}.', random, { A: concept.name, B: next.name });
  return page(
    [
      `title: ${scalar(concept.title)}`,
      `aliases: ${flowList([concept.alias])}`,
      concept.broader && `broader: [${concept.broader.slug}]`,
      `related: ${flowList(related.map((other) => other.slug))}`,
      `summary: ${scalar(sentence)}`,
    ],
    writeProse(concept, world, random, random.int(SHORTEST_PROSE, LONGEST_PROSE)),
  );
}

export function writeCriterion(criterion: Page, random: Random, world: World): string {
  const [, question, summary] = CRITERIA.find(([title]) => title === criterion.title) ?? [];
  return page(
    [`title: ${criterion.title}`, `question: ${scalar(question ?? '')}`, `summary: ${scalar(summary ?? '')}`],
    `It comes up wherever ${linkTo(random.pickPopular(world.concepts), random)} is weighed ${cite(random.pick(world.claims))}.`,
  );
}

export function writePosition(position: Position, random: Random): string {
  const { about } = position;
  const stake = fillSentence('At stake is {gain} against {price}, once {condition}.', random, {
    A: about.name,
    B: about.name,
  });
  return page(
    [`title: ${scalar(position.title)}`, `about: [${about.slug}]`],
    `${stake} The background is on the page on ${linkTo(about, random)}.`,
  );
}

export function writeEpisode(episode: Episode, random: Random): string {
  const [A, B] = episode.topics as [Concept, Concept];
  const youtube = Array.from({ length: 11 }, () => random.pick([...YOUTUBE_LETTERS])).join('');
  const names = episode.guests.map((guest) => guest.title).join(' and ');
  return page(
    [
      `title: ${scalar(episode.title)}`,
      `show: ${episode.show.slug}`,
      `season: ${Math.floor((episode.number - 1) / 26) + 1}`,
      `number: ${episode.number}`,
      `date: ${episode.date}`,
      `duration: ${quotedTime(episode.length)}`,
      `guests: ${flowList(episode.guests.map((guest) => guest.slug))}`,
      `summary: ${scalar(`${names} on ${A.name} and ${B.name}, and on what it takes to keep both running.`)}`,
      `media:\n  - youtube: ${youtube}`,
      random.chance(0.4)
        ? `  - audio: https://example.org/audio/${episode.slug}.mp3\n    offset: -${random.int(2, 60)}`
        : undefined,
      `chapters:\n${episode.chapters
        .map((chapter) => `  - at: ${quotedTime(chapter.at)}\n    title: ${scalar(chapter.title)}`)
        .join('\n')}`,
      `links:\n  Website: https://example.org/episodes/${episode.slug}`,
    ],
    `${names} talked about ${linkTo(A, random)}. ${fillSentence('The conversation then turned to {B}, where {condition}.', random, { A: A.name, B: linkTo(B, random) })}`,
  );
}
