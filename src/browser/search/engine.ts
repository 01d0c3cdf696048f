import { foldWords, singular } from '../../wiki/text/name-key.ts';
import type { NamedPage } from '../../wiki/views/contracts/name-index.ts';
import type { NameMatch } from './find-names.ts';
import type { LoadedNames } from './load-names.ts';
import { MAX_TERMS, parseQuery, type Query, type Term } from './parse-query.ts';
import { bestOf, type Group, rank, rarityOf } from './rank.ts';
import type { Fragment, TextIndex, TextMatch } from './text-index.ts';

/** `passages` are what was said, word for word, where that may be published; an archive may have none. */
export type IndexName = 'pages' | 'claims' | 'passages';

/** One record found. */
export interface Hit {
  index: IndexName;
  /** Pagefind’s id, without the language. */
  id: string;
  score: number;
  load(): Promise<Fragment>;
}

export interface Answer {
  query: Query;
  /** Pages that the query names; they come before everything else. */
  names: NameMatch[];
  /** Pages named inside the query. */
  mentioned: NamedPage[];
  /** Best first; names are not among them. */
  hits: Hit[];
  /** Words to mark, folded. */
  marked: string[];
}

export interface EngineParts {
  stopwords: ReadonlySet<string>;
  lightWords: ReadonlySet<string>;
  names: LoadedNames;
  indexes: Partial<Record<IndexName, TextIndex>>;
  /** Records in each index, roughly; only ratios matter. */
  sizes: Partial<Record<IndexName, number>>;
}

export interface Engine {
  /** The names alone: at once. */
  names(typed: string): Promise<{ query: Query; names: NameMatch[] }>;
  search(typed: string, indexes?: readonly IndexName[]): Promise<Answer>;
}

export const INDEXES: readonly IndexName[] = ['pages', 'claims', 'passages'];
/** What was said in passing is worth less than what somebody found worth a page or a claim. */
const WORTH: Record<IndexName, number> = { pages: 1, claims: 1, passages: 0.6 };
/** Another name of what was asked for is worth a little less than the name that was typed. */
const OTHER_NAME = 0.85;
const MOST_OTHER_NAMES = 1;
/** Shortest word of another name that is marked. */
const MIN_MARKED_OTHER = 5;
/** Share of what was asked, weighed by rarity, below which a record is chance. */
const MIN_COVERAGE = 0.2;
/** What a name inside a query counts beside a word, and a word that only goes along. */
const NAMED = 1.2;
const LIGHT = 0.35;
/** Levels at which a name is what was asked for, rather than a name that has a word of it. */
const WINNING = new Set(['title', 'alias', 'near', 'typo']);
/**
 * How far a word's best record anywhere, rather than in the same index, is the measure. At 0 a mention in passing on the
 * one page that has a word would equal the claim that is about it; at 1 no claim would come near a page of that name.
 */
const ACROSS = 0.3;

export function createEngine(parts: EngineParts): Engine {
  const { stopwords, indexes, sizes } = parts;
  const names = parts.names.finder;
  const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const known = INDEXES.filter((name) => indexes[name]);

  async function findNames(typed: string) {
    const query = parseQuery(typed, stopwords);
    return { query, names: await parts.names.find(query.text) };
  }

  async function search(typed: string, asking: readonly IndexName[] = known): Promise<Answer> {
    const wanted = asking.filter((name) => indexes[name]);
    const { query, names: found } = await findNames(typed);
    const winners = found.filter((match) => WINNING.has(match.level));
    const { groups, mentioned } = groupsOf(query);
    const asked = await Promise.all(wanted.map((index) => askIndex(indexes[index] as TextIndex, groups)));
    const rarity = groups.map(({ weight }, position) => {
      const found = asked.reduce((sum, answers) => sum + (answers[position]?.size ?? 0), 0);
      return weight * rarityOf(found, all);
    });
    const own = asked.map(bestOf);
    const best = own.map((scores) =>
      scores.map((score, position) => {
        const highest = Math.max(...own.map((others) => others[position] ?? 0));
        return highest ** ACROSS * score ** (1 - ACROSS);
      }),
    );
    const hits = asked.flatMap((answers, which): Hit[] =>
      rank(answers, rarity, best[which] ?? [])
        .filter(({ coverage }) => coverage >= MIN_COVERAGE)
        .map(({ id, score, match }) => ({
          index: wanted[which] as IndexName,
          id,
          score: score * WORTH[wanted[which] as IndexName],
          load: match.load,
        })),
    );
    return {
      query,
      names: [
        ...winners,
        ...comparisonsBetween(mentioned, winners),
        ...found.filter((match) => !WINNING.has(match.level)),
      ],
      mentioned,
      hits: hits.sort(byScore),
      marked: markedWords(groups),
    };
  }

  /** What is asked for, one group a name or word; a name stands for its other names as well. */
  function groupsOf(query: Query): { groups: Group[]; mentioned: NamedPage[] } {
    const words = query.terms.map((term) => term.fold.replaceAll(' ', ''));
    const mentions = names
      .mentions(words)
      .filter(({ start, end }) => query.terms.slice(start, end).some((term) => !term.isStop));
    const groups: Group[] = [];
    for (let index = 0; index < query.terms.length; index++) {
      const mention = mentions.find(({ start }) => start === index);
      if (mention) {
        groups.push(mentionGroup(query.terms.slice(mention.start, mention.end), mention.pages));
        index = mention.end - 1;
      } else {
        const term = query.terms[index] as Term;
        if (!term.isStop) groups.push(termGroup(term));
      }
    }
    // Nothing but small words: then they are what is meant.
    if (groups.length === 0) groups.push(...query.terms.map(termGroup));
    return {
      groups: groups.slice(0, MAX_TERMS),
      mentioned: [...new Set(mentions.flatMap((mention) => mention.pages))],
    };
  }

  function mentionGroup(terms: readonly Term[], pages: readonly NamedPage[]): Group {
    const typed = telling(terms);
    const others = pages
      .flatMap((page) => [page.title, ...page.aliases])
      .map((name) => telling(parseQuery(name, stopwords).terms))
      .filter((name) => name !== typed)
      .slice(0, MOST_OTHER_NAMES);
    return {
      ways: [typed, ...new Set(others)].map((query, index) => ({ query, factor: index === 0 ? 1 : OTHER_NAME })),
      weight: NAMED,
    };
  }

  function termGroup(term: Term): Group {
    const near = names.nearestWord(term.fold);
    return {
      ways: [{ query: term.text, factor: 1 }, ...(near ? [{ query: near, factor: OTHER_NAME }] : [])],
      weight: parts.lightWords.has(term.fold) ? LIGHT : 1,
    };
  }

  /** What compares the things a query names is the first answer to it. */
  function comparisonsBetween(mentioned: readonly NamedPage[], winners: readonly NameMatch[]): NameMatch[] {
    return names
      .comparisonsOf(mentioned)
      .filter((page) => !winners.some((match) => match.page === page))
      .map((page) => ({ page, name: page.title, level: 'near' }));
  }

  return { names: findNames, search };
}

/** The words of a name that an index knows: Pagefind wants every word it is asked for, and small words were left out. */
function telling(terms: readonly Term[]): string {
  const words = terms.filter((term) => !term.isStop);
  return (words.length > 0 ? words : terms).map((term) => term.text).join(' ');
}

/** For every group the records that have it, by whichever name, at what its best name is worth. */
async function askIndex(index: TextIndex, groups: readonly Group[]): Promise<ReadonlyMap<string, TextMatch>[]> {
  return Promise.all(
    groups.map(async ({ ways }) => {
      const answers = await Promise.all(ways.map(({ query }) => index.search(query)));
      const [only] = answers;
      if (only && answers.length === 1) return only;
      const best = new Map<string, TextMatch>();
      answers.forEach((answer, which) => {
        const factor = ways[which]?.factor ?? 1;
        for (const [id, match] of answer) {
          const score = match.score * factor;
          if (score > (best.get(id)?.score ?? 0)) best.set(id, worth(match, score));
        }
      });
      return best;
    }),
  );
}

/** Places are read from what came over the wire only when they are asked for. */
function worth(match: TextMatch, score: number): TextMatch {
  return {
    score,
    get words() {
      return match.words;
    },
    load: match.load,
  };
}

/** The words typed, and the telling ones of other names. */
function markedWords(groups: readonly Group[]): string[] {
  const words = groups.flatMap(({ ways }) =>
    ways.flatMap(({ query }, index) =>
      foldWords(query).filter((word) => index === 0 || word.length >= MIN_MARKED_OTHER),
    ),
  );
  return [...new Set(words.map(singular))];
}

function byScore(left: Hit, right: Hit): number {
  return right.score - left.score || (`${left.id}` < `${right.id}` ? -1 : 1);
}
