import { slugify } from '../../src/wiki/text/slug.ts';
import { createNames } from './names.ts';
import type { Random } from './random.ts';
import { fillSentence } from './sentence.ts';
import { capitalise, madeUpName } from './words.ts';
import type { Concept, Page, World } from './world.ts';
import { cite, linkTo, writeProse } from './write-prose.ts';
import { folded, page, quotedTime, scalar } from './yaml-text.ts';

type Written = readonly [slug: string, text: string];

const CLAIMS_COLLECTED = 8;
const RESOURCE_TYPES = ['book', 'tool', 'paper', 'course', 'dataset', 'site'];
const FORMATS = ['guide', 'how-to', 'roadmap', 'essay'];

/** Titles and addresses of their own, on concepts drawn at random. */
function titled(
  count: number,
  templates: readonly string[],
  world: World,
  random: Random,
): (Page & { about: Concept })[] {
  const names = createNames();
  return Array.from({ length: count }, () => {
    for (;;) {
      const about = random.pick(world.concepts);
      const title = capitalise(random.pick(templates).replace('{A}', about.name));
      if (names.take(title)) return { title, slug: slugify(title), about };
    }
  });
}

export function writeCollections(world: World, random: Random): Written[] {
  const titles = ['{A} in an hour', 'Eight moments on {A}', 'Where to begin with {A}'];
  return titled(world.counts.collections, titles, world, random).map(({ title, slug, about }) => {
    const known = world.claimsAbout.get(about) ?? [];
    const chosen = [...new Set([...known.slice(0, CLAIMS_COLLECTED), ...random.sample(world.claims, 4)])];
    const why = () =>
      scalar(fillSentence('It shows {gain} next to {price}.', random, { A: about.name, B: about.name }));
    const claims = chosen.map((claim) => `  - claim: ${claim.ref}\n    why: ${why()}`);
    const keys = [
      `title: ${scalar(title)}`,
      'summary: A path through the archive, in listening order.',
      `claims:\n${claims.join('\n')}`,
    ];
    return [slug, page(keys, `For anybody who meets ${linkTo(about, random)} for the first time.`)];
  });
}

export function writeResources(world: World, random: Random): Written[] {
  return Array.from({ length: world.counts.resources }, (_, index) => {
    const type = random.pick(RESOURCE_TYPES);
    // Behind the names of organisations and in front of those of shows.
    const title = `${madeUpName(2000 + (index % 5000))} ${type}${index < 5000 ? '' : ` ${Math.floor(index / 5000) + 1}`}`;
    const slug = slugify(title);
    const mentions = random.sample(world.episodes, random.int(1, 3)).map((episode) => {
      return `  - episode: ${episode.slug}\n    at: ${quotedTime(random.int(60, episode.length - 60))}`;
    });
    const about = random.pickPopular(world.concepts);
    return [
      slug,
      page(
        [
          `title: ${title}`,
          `type: ${type}`,
          `url: https://example.org/resources/${slug}`,
          `year: ${random.int(1998, 2025)}`,
          `mentionedIn:\n${mentions.join('\n')}`,
          `summary: ${scalar(fillSentence('A resource on {A} that promises {gain}.', random, { A: about.name, B: about.name }))}`,
        ],
        `Useful to anybody who works on ${linkTo(about, random)}.`,
      ),
    ];
  });
}

export function writeArticles(world: World, random: Random): Written[] {
  const titles = ['How to begin with {A}', 'A roadmap for {A}', 'What guests say about {A}', '{A}, step by step'];
  return titled(world.counts.articles, titles, world, random).map(({ title, slug, about }) => {
    const claim = random.pick(world.claimsAbout.get(about) ?? world.claims);
    const lead = folded(`What practitioners learnt about ${about.name}, in the order in which it is needed.`, '  ');
    const keys = [`title: ${scalar(title)}`, `format: ${random.pick(FORMATS)}`, `summary: ${lead}`];
    const end = `> ${fillSentence('In short, {A} asks for {price}.', random, { A: about.name, B: about.name })} ${cite(claim)}`;
    return [slug, page(keys, `${writeProse(about, world, random, random.int(400, 700))}\n\n${end}`)];
  });
}
