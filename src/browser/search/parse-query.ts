import { foldWords } from '../../wiki/text/name-key.ts';
import { segmentText } from '../../wiki/text/segment-text.ts';

/** Longest query looked at, and most words of it: nobody means more, and nobody waits for more. */
export const MAX_QUERY_LENGTH = 200;
export const MAX_TERMS = 12;

/** A word of a query: as typed, and as names are compared. */
export interface Term {
  text: string;
  fold: string;
  /** In which question words, articles and the like are. */
  isStop: boolean;
}

export interface Query {
  /** Without control characters, cut to a length somebody may mean. */
  text: string;
  terms: Term[];
  /** Stretches in quotation marks. */
  phrases: string[];
  isQuestion: boolean;
}

const QUESTION =
  /^(?:what|when|where|which|who|whom|whose|why|how|should|shall|can|could|do|does|did|is|are|will|would|was|wann|warum|was|wie|wer|welche[rs]?|soll(?:te)?|kann|ist|sind)\b.*\s|\?\s*$/i;
const PHRASE = /["“„]([^"“”„]{2,})["”“]/g;

/** Text as typed → words, phrases. Never throws, whatever is typed. */
export function parseQuery(typed: string, stopwords: ReadonlySet<string>): Query {
  const text = cutText(
    typed.replace(/[\p{Cc}\p{Cs}\p{Co}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ').trim(),
    MAX_QUERY_LENGTH,
  );
  const terms = segmentText(text)
    .split(' ')
    .map(trimWord)
    .filter((word) => word !== '')
    .slice(0, MAX_TERMS * 2)
    .map((word): Term => {
      const fold = foldWords(word).join(' ');
      return { text: word.toLowerCase(), fold, isStop: stopwords.has(fold) };
    });
  return {
    text,
    terms,
    phrases: [...text.matchAll(PHRASE)].map((match) => (match[1] as string).trim()),
    isQuestion: QUESTION.test(text) && terms.length > 2,
  };
}

/** Punctuation off the ends, but not the symbols that names end or begin with: `C++`, `C#`, `.NET`. */
function trimWord(word: string): string {
  return word.replace(
    /^[^\p{L}\p{N}\p{Extended_Pictographic}.+#]+|^\.(?!\p{L})|[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}+#]+$/gu,
    '',
  );
}

function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
