import type { SearchedTexts } from './search-entry.ts';
import { searchText, withoutStopwords } from './search-text.ts';
import type { TokenTable } from './token-table.ts';

/** What stands between two gaps of a text, as it is indexed. */
interface Chunk {
  all: readonly number[];
  /** Without small words. */
  told: readonly number[];
}

/**
 * Reads the tokens of texts, part by part, as far as a record alone decides them. No sign asks what stands beyond a gap
 * (`searchText`), so that what is between two gaps is read once for all records.
 */
export function tokenReader(
  table: TokenTable,
  stopwords: ReadonlySet<string>,
): (texts: SearchedTexts) => (readonly number[])[] {
  const chunks = new Map<string, Chunk>();
  /** What a word is as a chunk, by number. */
  const toldOf: (readonly number[] | undefined)[] = [];
  /** The last text in which a word was met, of those read by its words. */
  const readIn: number[] = [];
  let reading = 0;

  function chunkOf(text: string): Chunk {
    let chunk = chunks.get(text);
    if (!chunk) {
      const searched = searchText(text);
      chunk = { all: tokensOf(searched), told: tokensOf(withoutStopwords(searched, stopwords)) };
      chunks.set(apart(text), chunk);
    }
    return chunk;
  }

  function tokensOf(text: string): number[] {
    return text.split(' ').flatMap((token) => (token === '' ? [] : table.numberOf(apart(token))));
  }

  function read(text: string, which: keyof Chunk): number[] {
    const tokens: number[] = [];
    for (const chunk of text.split(' ')) {
      if (chunk !== '') for (const token of chunkOf(chunk)[which]) tokens.push(token);
    }
    return tokens;
  }

  /** A name of small words alone is still a name. */
  function readNames(names: readonly string[]): number[] {
    const tokens: number[] = [];
    for (const [index, name] of names.entries()) {
      const told = read(name, 'told');
      const own = told.length > 0 ? told : read(name, 'all');
      const last = own.pop();
      if (last !== undefined) own.push(index < names.length - 1 ? table.ended(last) : last);
      tokens.push(...own);
    }
    return tokens;
  }

  function readOnce(text: string): number[] {
    const tokens: number[] = [];
    reading++;
    for (const token of read(text, 'all')) {
      for (const word of table.wordsIn(token)) {
        if (readIn[word] === reading) continue;
        readIn[word] = reading;
        toldOf[word] ??= chunkOf(table.textOf(word)).told;
        for (const told of toldOf[word]) tokens.push(told);
      }
    }
    return tokens;
  }

  return ({ names, lead, about, prose }) => [
    readNames(names),
    read(lead, 'told'),
    read(about, 'told'),
    readOnce(prose),
  ];
}

/** A text of its own: a piece of another keeps all of that in memory. */
function apart(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}
