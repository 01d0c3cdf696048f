import { slugify } from '../../src/wiki/text/slug.ts';
import { CLAIM_SENTENCES, PHRASES } from './phrases.ts';
import type { Random } from './random.ts';
import { fillSentence } from './sentence.ts';
import type { Claim, Concept, Episode, Page, Position } from './world.ts';

const TYPES = Object.keys(CLAIM_SENTENCES);
const STANCES = ['supports', 'supports', 'opposes', 'qualifies'];
const RELATIONS = ['supports', 'contradicts', 'qualifies'];
/** None is proposed: such a claim is no page. */
const STATUSES = ['reviewed', 'reviewed', 'reviewed', 'disputed'];
/** How far the number of an episode's claims strays from the mean. */
const SPREAD = 0.4;
/** Share of words in common from which two sentences say the same. */
const ALIKE = 0.6;
/** Sentences tried before one is repeated after all, so that no archive is too large to write. */
const TRIES = 200;

export function planClaims(
  count: number,
  {
    episodes,
    criteria,
    positions,
  }: { episodes: readonly Episode[]; criteria: readonly Page[]; positions: readonly Position[] },
  random: Random,
): Claim[] {
  const claims: Claim[] = [];
  let tries = 0;
  const stances = new Map<string, string>();
  const said = new Map<string, Set<string>[]>();
  const positionsAbout = Map.groupBy(positions, (position) => position.about);
  for (const [index, amount] of spreadOut(count, episodes.length, random).entries()) {
    const episode = episodes[index] as Episode;
    const ids = new Set<string>();
    const slot = episode.length / (amount + 1);
    for (let place = 0; place < amount; place++) {
      const total = claims.length;
      // The second topic is never the first one: an episode has at least six.
      const about = [
        ...new Set([episode.topics[place % episode.topics.length] as Concept, ...random.sample(episode.topics, 2)]),
      ];
      const [A, B] = about as [Concept, Concept];
      const type = random.pick(TYPES);
      const start = Math.floor(slot * (place + 0.5)) + random.int(0, Math.floor(slot / 3));
      const by = random.pick(episode.guests);
      const claim: Claim = {
        id: nextId(ids, type, A),
        ref: '',
        episode,
        by,
        start,
        end: Math.min(start + random.int(15, 110), episode.length),
        type,
        text: newSentence(type, by.slug, { A: A.name, B: (B ?? A).name }),
        about: about.slice(0, random.int(1, 3)),
        status: random.pick(STATUSES),
      };
      claim.ref = `${episode.slug}/${claim.id}`;
      // In turn, so that each criterion and each position is spoken of.
      if (total < criteria.length || random.chance(0.3)) claim.criterion = criteria[total % criteria.length];
      if (type === 'tradeoff' || random.chance(0.1)) claim.option = A;
      if (random.chance(0.15)) claim.condition = random.pick(PHRASES.condition ?? []);
      const inTurn = total % 2 === 0 ? positions[total / 2] : undefined;
      const position = inTurn ?? (random.chance(0.25) ? positionsAbout.get(A)?.[0] : undefined);
      if (position) {
        // People stand by what they said.
        const key = `${by.slug} ${position.slug}`;
        const stance = stances.get(key) ?? random.pick(STANCES);
        stances.set(key, stance);
        claim.takes = { position, stance };
        if (!claim.about.includes(position.about)) claim.about = [...claim.about.slice(0, 3), position.about];
      }
      if (claims.length > 0 && random.chance(0.08)) {
        claim.relation = { kind: random.pick(RELATIONS), claim: random.pick(claims) };
      }
      claims.push(claim);
    }
  }
  return claims;

  /** A sentence that its guest has not said yet, nor nearly. */
  function newSentence(type: string, guest: string, subjects: { A: string; B: string }): string {
    const before = said.get(guest) ?? [];
    said.set(guest, before);
    for (;;) {
      const text = fillSentence(random.pick(CLAIM_SENTENCES[type] ?? []), random, subjects);
      const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
      const alike = before.some((other) => words.intersection(other).size > ALIKE * words.union(other).size);
      if (alike && ++tries % TRIES !== 0) continue;
      before.push(words);
      return text;
    }
  }

  function nextId(ids: Set<string>, type: string, subject: Concept): string {
    const [word] = random
      .pick(PHRASES[random.pick(['gain', 'price', 'trouble', 'small', 'large'])] ?? [])
      .match(/\w+$/) ?? [''];
    const stem = slugify(`${type} ${subject.name.split(' ').slice(-2).join(' ')} ${word}`);
    let id = stem;
    for (let copy = 2; ids.has(id); copy++) id = `${stem}-${copy}`;
    ids.add(id);
    return id;
  }
}

/** `count` in `parts`, more or less even: what one part gets more than the mean, its neighbour gets less. */
function spreadOut(count: number, parts: number, random: Random): number[] {
  const base = Math.floor(count / parts);
  const amounts = Array.from({ length: parts }, (_, index) => base + (index < count % parts ? 1 : 0));
  for (let index = 0; index + 1 < parts; index += 2) {
    const shift = random.int(0, Math.floor(base * SPREAD));
    amounts[index] = (amounts[index] as number) + shift;
    amounts[index + 1] = (amounts[index + 1] as number) - shift;
  }
  return amounts;
}
