import type { ArrangedRows } from './arrange-tokens.ts';
import { Numbers } from './numbers.ts';

/** What Pagefind makes of a token. */
export interface AnalysedToken {
  /** Places it takes in a text: none, one, or as many as it is cut into words. */
  places: number;
  forms: TokenForm[];
}

/** One of the words that a token is found by. */
export interface TokenForm {
  /** Its place in the token, from 0. */
  at: number;
  stem: string;
  /** As it is written, where accents make that another word than the stem’s. */
  variant?: string;
  /** Of how many parts it is one (`weight` and `height` of `weight-height`); 0: it is whole. A part weighs its share. */
  parts: number;
}

/** The weight that a list of places begins with. */
const FIRST_WEIGHT = 25;

/** Where one form stands: by record, places with their weights, as Pagefind writes them. */
export interface FormPlaces {
  variant?: string;
  rows: Uint32Array;
  /** Numbers of row `rows[i]` are `numbers[starts[i]]` to `numbers[starts[i + 1]]`: a place less the one before, or `-weight - 1` and then a place. */
  numbers: Int32Array;
  starts: Uint32Array;
}

export interface WordPlaces {
  stem: string;
  /** Where the stem itself is written; no rows where it is always written with accents. */
  plain: FormPlaces;
  /** In the order in which they are first met. */
  variants: FormPlaces[];
}

/** Words with all their places, in the order of their UTF-8 bytes, and how many places each record has. */
export interface InvertedRows {
  words: WordPlaces[];
  lengths: Uint32Array;
}

/** Records, token by token → words, record by record. `analysed` answers what is known of each token. */
export function invertRows(
  { count, starts, tokens, weights }: ArrangedRows,
  analysed: (token: number) => AnalysedToken,
): InvertedRows {
  const forms: { stem: string; variant?: string }[] = [];
  const numberOf = new Map<string, Map<string | undefined, number>>();
  const known: (Numbered | undefined)[] = [];
  const [formOf, rowOf, placeOf, weightOf] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()];
  const lengths = new Uint32Array(count);

  function numbered(token: number): Numbered {
    const { places, forms: found } = analysed(token);
    const numbers = found.map(({ stem, variant }) => {
      let variants = numberOf.get(stem);
      if (!variants) {
        variants = new Map();
        numberOf.set(stem, variants);
      }
      let number = variants.get(variant);
      if (number === undefined) {
        number = forms.length;
        variants.set(variant, number);
        forms.push({ stem, variant });
      }
      return number;
    });
    return { places, numbers, at: found.map(({ at }) => at), parts: found.map(({ parts }) => parts) };
  }

  for (let row = 0; row < count; row++) {
    let place = 0;
    for (let said = starts.at(row); said < starts.at(row + 1); said++) {
      const token = tokens.at(said);
      known[token] ??= numbered(token);
      const { places, numbers, at, parts } = known[token];
      const whole = weights.at(said);
      for (let index = 0; index < numbers.length; index++) {
        const share = parts[index] as number;
        formOf.add(numbers[index] as number);
        rowOf.add(row);
        placeOf.add(place + (at[index] as number));
        weightOf.add(share === 0 ? whole : Math.max(1, Math.trunc(whole / Math.min(share, 255))));
      }
      place += places;
    }
    // Pagefind counts up to the last place, and takes a record without any for one word.
    lengths[row] = Math.max(1, place);
  }

  // Places of each form, in the order in which they came, record after record (a counting sort).
  const ends = new Uint32Array(forms.length + 1);
  for (let index = 0; index < formOf.length; index++) add(ends, formOf.at(index) + 1, 1);
  for (let form = 0; form < forms.length; form++) add(ends, form + 1, ends[form] as number);
  const next = ends.slice(0, forms.length);
  const order = new Uint32Array(formOf.length);
  for (let index = 0; index < formOf.length; index++) {
    const form = formOf.at(index);
    order[next[form] as number] = index;
    add(next, form, 1);
  }

  const words = new Map<string, WordPlaces>();
  for (const [form, { stem, variant }] of forms.entries()) {
    const own = order.subarray(ends[form], ends[form + 1]);
    const places: FormPlaces = { variant, ...placesOf(own, rowOf, placeOf, weightOf) };
    let word = words.get(stem);
    if (!word) {
      word = { stem, plain: NOWHERE, variants: [] };
      words.set(stem, word);
    }
    if (variant === undefined) word.plain = places;
    else word.variants.push(places);
  }
  for (const { variants } of words.values()) {
    variants.sort(
      (left, right) =>
        (left.rows[0] as number) - (right.rows[0] as number) ||
        compareCodePoints(left.variant as string, right.variant as string),
    );
  }
  return { words: [...words.values()].sort((left, right) => compareCodePoints(left.stem, right.stem)), lengths };
}

interface Numbered {
  places: number;
  numbers: number[];
  at: number[];
  parts: number[];
}

const NOWHERE: FormPlaces = { rows: new Uint32Array(), numbers: new Int32Array(), starts: new Uint32Array(1) };

/** Of one record, weights ascend (the one that every list begins with comes first), and places within a weight. */
function placesOf(
  order: Uint32Array,
  rowOf: Numbers,
  placeOf: Numbers,
  weightOf: Numbers,
): Omit<FormPlaces, 'variant'> {
  const rows: number[] = [];
  const starts: number[] = [];
  const numbers: number[] = [];
  const rankOf = (index: number) => {
    const weight = weightOf.at(index);
    return weight === FIRST_WEIGHT ? 0 : weight;
  };
  for (let start = 0; start < order.length; ) {
    const row = rowOf.at(order[start] as number);
    let end = start + 1;
    while (end < order.length && rowOf.at(order[end] as number) === row) end++;
    rows.push(row);
    starts.push(numbers.length);
    const own = order.subarray(start, end);
    // Places come in order; only where weights go down they are not as they are to be written.
    if (own.some((index, at) => at > 0 && rankOf(index) < rankOf(own[at - 1] as number))) {
      own.sort((left, right) => rankOf(left) - rankOf(right) || placeOf.at(left) - placeOf.at(right));
    }
    let weight = FIRST_WEIGHT;
    let before = 0;
    for (const index of own) {
      if (weightOf.at(index) !== weight) {
        weight = weightOf.at(index);
        before = 0;
        numbers.push(-weight - 1);
      }
      numbers.push(placeOf.at(index) - before);
      before = placeOf.at(index);
    }
    start = end;
  }
  starts.push(numbers.length);
  return { rows: Uint32Array.from(rows), numbers: Int32Array.from(numbers), starts: Uint32Array.from(starts) };
}

/** As their UTF-8 bytes stand in order, which is not the order of UTF-16. */
export function compareCodePoints(left: string, right: string): number {
  const end = Math.min(left.length, right.length);
  for (let at = 0; at < end; at++) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one === other) continue;
    const isOneHigh = one >= 0xd800 && one <= 0xdfff;
    const isOtherHigh = other >= 0xd800 && other <= 0xdfff;
    return isOneHigh === isOtherHigh ? one - other : isOneHigh ? 1 : -1;
  }
  return left.length - right.length;
}

function add(sums: Uint32Array, index: number, more: number): void {
  sums[index] = (sums[index] as number) + more;
}
