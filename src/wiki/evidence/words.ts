import { stemmer } from 'stemmer';

const APOSTROPHES = /['’ʼ‘`´]/gu;
const ASCII = /^\p{ASCII}*$/u;
const ASCII_APOSTROPHES = /['`]/g;
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/**
 * The form in which quotes are compared, word by word: compatibility forms and case folded (NFKC, lower case),
 * apostrophes left out (`don’t` = `dont`), everything else that is no letter or digit a gap. Nothing is forgiven beyond
 * that: a filler left out, a number in another spelling, a plural are another quote.
 */
export function quoteWords(text: string): string[] {
  // The same for the letters that most texts are made of, in half the time.
  if (ASCII.test(text)) return text.toLowerCase().replace(ASCII_APOSTROPHES, '').match(ASCII_WORD) ?? [];
  return text.normalize('NFKC').toLowerCase().replace(APOSTROPHES, '').match(WORD) ?? [];
}

/** Words that say nothing of what a sentence is about. */
const STOPWORDS = new Set(
  `a about above across actually after again against all almost also although always am an and another any anybody anyone
  anything are around as ask asked at away back be became because become been before began behind being below between both
  but by came can cannot cant come comes could couldnt did didnt do does doesnt doing done dont down during each either else
  enough especially etc even ever every everybody everyone everything few first for from further get gets getting give gives
  go goes going gone good got had has have havent having he hed her here hers herself hes him himself his how however i id
  if ill im in instead into is isnt it its itself ive just keep kind know last least less let lets like little lot lots made
  make makes making many matter may maybe me mean means might mine more most much must my myself need needs neither never no
  nobody none nor not nothing now of off often ok okay on once one ones only onto or other others otherwise ought our ours
  out over own people perhaps put quite rather really right said same saw say says see seem seemed seems seen she should
  shouldnt since so some somebody someone something sometimes somewhat soon sort still such sure take taken takes tell than
  that thats the their theirs them themselves then there theres these they theyre thing things think this those though
  through thus to together too took toward towards try two under until up upon us use used uses using usually very want
  wants was wasnt way ways we well went were werent what whatever when where whereas whether which while who whoever whole
  whom whose why will with within without wont would wouldnt yeah yes yet you youll your youre yours yourself youve`.split(
    /\s+/,
  ),
);

/** British and American spellings of one word, and endings Porter’s stemmer keeps apart. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation/, 'ization'],
  [/(?<=\p{L}{3})is(?=e[sdr]?$|ing$)/u, 'iz'],
  [/(?<=\p{L}{3})yse(?=[sdr]?$)/u, 'yze'],
  [/our(?=s?$|ed$|ing$|able$|al$|ist$)/, 'or'],
  [/ll(?=ed$|ing$|er$)/, 'l'],
  [/tre(?=s?$)/, 'ter'],
  [/ogue(?=s?$)/, 'og'],
];

/** What each of them needs; most words have none of it. */
const MAY_BE_SPELLED = /is|yse|our|ll|tre|ogue/;

const stems = new Map<string, string>();
/** Distinct words remembered; beyond it the memory starts anew, so that it cannot grow without end. */
const MAX_REMEMBERED = 200_000;

/** Stem of any word, in British or American spelling alike. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > MAX_REMEMBERED) stems.clear();
  let spelled = word;
  if (MAY_BE_SPELLED.test(word)) {
    for (const [pattern, replacement] of SPELLINGS) spelled = spelled.replace(pattern, replacement);
  }
  const result = stemmer(spelled);
  stems.set(word, result);
  return result;
}

const contents = new Map<string, string | undefined>();

/** The stem of a word that says what a sentence is about, or nothing for one that does not. */
export function contentStem(word: string): string | undefined {
  const known = contents.get(word);
  if (known !== undefined || contents.has(word)) return known;
  if (contents.size > MAX_REMEMBERED) contents.clear();
  const found = findContentStem(word);
  contents.set(word, found);
  return found;
}

function findContentStem(word: string): string | undefined {
  return STOPWORDS.has(word) || (word.length < 2 && !/\p{Lo}/u.test(word)) ? undefined : stem(word);
}

/** Stems of the words that say what a text is about, in order, repeated ones included. */
export function contentStems(text: string): string[] {
  const found: string[] = [];
  for (const word of quoteWords(text)) {
    const content = contentStem(word);
    if (content !== undefined) found.push(content);
  }
  return found;
}
