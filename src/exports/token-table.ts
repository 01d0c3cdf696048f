import { PARTS, wordsOf } from './search-entry.ts';

/** What stands between gaps, and the words in it, each once, by number. */
export class TokenTable {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words: (readonly number[] | undefined)[] = [];
  readonly #ended: (number | undefined)[] = [];

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.numberOf(text);
  }

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.#numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  textOf(token: number): string {
    return this.texts[token] as string;
  }

  /** Words in a token: none (`—`), itself in small letters, or several (`and(or)`). */
  wordsIn(token: number): readonly number[] {
    this.#words[token] ??= wordsOf(this.textOf(token)).map((word) => this.numberOf(word));
    return this.#words[token];
  }

  /** The token with a semicolon behind it, as the last one of a paragraph has. */
  ended(token: number): number {
    this.#ended[token] ??= this.numberOf(`${this.textOf(token)};`);
    return this.#ended[token];
  }
}

/** Tokens of records, by part, in one array: those of part `p` of row `r` begin at `starts[r * PARTS.length + p]`. */
export class TokenRows {
  tokens: Uint32Array;
  starts: Uint32Array;
  /** Rows there are. */
  count = 0;

  constructor(tokens: Uint32Array = new Uint32Array(1024), starts: Uint32Array = new Uint32Array(257)) {
    this.tokens = tokens;
    this.starts = starts;
  }

  /** Rows as they were written down. */
  static of(tokens: Uint32Array, starts: Uint32Array): TokenRows {
    const rows = new TokenRows(tokens, starts);
    rows.count = (starts.length - 1) / PARTS.length;
    return rows;
  }

  add(parts: readonly (readonly number[] | Uint32Array)[]): void {
    let slot = this.count * PARTS.length;
    let end = this.starts[slot] as number;
    if (slot + PARTS.length >= this.starts.length) this.starts = grown(this.starts, this.starts.length * 2);
    for (const part of parts) {
      if (end + part.length > this.tokens.length) {
        this.tokens = grown(this.tokens, Math.max(this.tokens.length * 2, end + part.length));
      }
      this.tokens.set(part, end);
      end += part.length;
      this.starts[++slot] = end;
    }
    this.count++;
  }

  part(row: number, part: number): Uint32Array {
    const slot = row * PARTS.length + part;
    return this.tokens.subarray(this.starts[slot], this.starts[slot + 1]);
  }

  /** All parts of a row, as `add` takes them. */
  parts(row: number): Uint32Array[] {
    return PARTS.map((_, part) => this.part(row, part));
  }
}

function grown(from: Uint32Array, length: number): Uint32Array {
  const to = new Uint32Array(length);
  to.set(from);
  return to;
}
