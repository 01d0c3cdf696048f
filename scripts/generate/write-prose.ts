import { HEADINGS, PROSE_SENTENCES } from './phrases.ts';
import type { Random } from './random.ts';
import { countWords, fillSentence } from './sentence.ts';
import { capitalise } from './words.ts';
import type { Claim, Concept, World } from './world.ts';

/** Share of sentences that cite, of other subjects that are links, of paragraphs that become a list, and of long pages with a table or code. */
const CITED = 0.35;
const LINKED = 0.8;
const LISTS = 0.12;
const TABLES = 0.25;
const CODE = 0.1;

/** The ways a link can be written; all lead to the same page. */
export function linkTo(concept: Concept, random: Random): string {
  const { slug, name, title } = concept;
  return random.pick([`[[${name}]]`, `[[${title}|${name}]]`, `[[${slug}|${name}]]`, `[[concept:${slug}|${name}]]`]);
}

export function cite(claim: Claim): string {
  return `[[claim:${claim.ref}]]`;
}

/** A sentence of fact with the claim it rests on, in front of the full stop. */
export function citedSentence(concept: Concept, other: Concept, claims: readonly Claim[], random: Random): string {
  const sentence = fillSentence(random.pick(PROSE_SENTENCES), random, { A: concept.name, B: other.name });
  return sentence.replace(/\.$/, ` ${cite(random.pick(claims))}.`);
}

/** Paragraphs of about `words` words on a concept, with links to others and citations of claims about it. */
export function writeProse(concept: Concept, world: World, random: Random, words: number): string {
  const claims = world.claimsAbout.get(concept) ?? random.sample(world.claims, 4);
  const headings = random.shuffle(HEADINGS);
  const blocks: string[] = [];
  for (let written = 0; written < words; ) {
    const block = random.chance(LISTS) && blocks.length > 0 ? bullets() : paragraph();
    if (blocks.length > 1 && blocks.length % 3 === 0 && headings.length > 0) blocks.push(`## ${headings.pop()}`);
    blocks.push(block);
    written += countWords(block);
  }
  if (words > 300 && random.chance(TABLES)) blocks.push(table());
  if (words > 300 && random.chance(CODE)) blocks.push(code());
  return blocks.join('\n\n');

  function write(sentence: string): string {
    const other = random.chance(LINKED)
      ? linkTo(random.pickPopular(world.concepts), random)
      : random.pick(world.concepts).name;
    const text = fillSentence(sentence, random, { A: concept.name, B: other });
    return random.chance(CITED) ? text.replace(/\.$/, ` ${cite(random.pick(claims))}.`) : text;
  }

  /** Of different make: nobody says the same twice in a row. */
  function sentences(fewest: number, most: number): string[] {
    return random.sample(PROSE_SENTENCES, random.int(fewest, most)).map(write);
  }

  function paragraph(): string {
    return sentences(3, 6).join(' ');
  }

  function bullets(): string {
    return sentences(3, 5)
      .map((sentence) => `- ${sentence}`)
      .join('\n');
  }

  /** Links in tables carry their bar escaped, as editors that know tables write it. */
  function table(): string {
    const rows = random.sample(world.concepts, 3).map((other) => {
      const claim = random.pick(claims);
      return `| [[${other.slug}\\|${other.name}]] | ${claim.about[0]?.name} | ${claim.status} ${cite(claim)} |`;
    });
    return ['| Next to it | Talked of with | Standing |', '| --- | --- | --- |', ...rows].join('\n');
  }

  function code(): string {
    const name = concept.slug.replaceAll('-', '_');
    const comment = capitalise(concept.name);
    return `\`\`\`python\n# ${comment}: keep the baseline beside it.\ndef ${name}(records, limit=${random.int(10, 500)}):\n    kept = [record for record in records if record.score > 0.${random.int(1, 9)}]\n    return sorted(kept, key=lambda record: record.score)[:limit]\n\`\`\``;
  }
}
