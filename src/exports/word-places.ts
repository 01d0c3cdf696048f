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
  { count, ...arranged }: ArrangedRows,
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

  const [starts, tokens, weights] = [arranged.starts.all(), arranged.tokens.all(), arranged.weights.all()];
  for (let row = 0; row < count; row++) {
    let place = 0;
    const end = starts[row + 1] as number;
    for (let said = starts[row] as number; said < end; said++) {
      const token = tokens[said] as number;
      known[token] ??= numbered(token);
      const { places, numbers, at, parts } = known[token];
      const whole = weights[said] as number;
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

  const said = { forms: formOf.all(), rows: rowOf.all(), places: placeOf.all(), weights: weightOf.all() };
  const words = new Map<string, WordPlaces>();
  for (const [form, found] of placesByForm(said, forms.length).entries()) {
    const { stem, variant } = forms[form] as { stem: string; variant?: string };
    let word = words.get(stem);
    if (!word) {
      word = { stem, plain: NOWHERE, variants: [] };
      words.set(stem, word);
    }
    if (variant === undefined) word.plain = found;
    else word.variants.push({ ...found, variant });
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

/** One form after the other, as they are met: record after record, place after place. */
interface SaidForms {
  forms: Uint32Array;
  rows: Uint32Array;
  places: Uint32Array;
  weights: Uint32Array;
}

/** The same, form by form (a counting sort), in lists that are parts of common ones. */
function placesByForm({ forms, rows, places, weights }: SaidForms, count: number): FormPlaces[] {
  const ends = new Uint32Array(count + 1);
  for (let index = 0; index < forms.length; index++) add(ends, (forms[index] as number) + 1, 1);
  for (let form = 0; form < count; form++) add(ends, form + 1, ends[form] as number);
  const next = ends.slice(0, count);
  const order = new Uint32Array(forms.length);
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index] as number;
    order[next[form] as number] = index;
    add(next, form, 1);
  }
  // Each place is a number, and at most one more says its weight.
  const numbers = new Int32Array(forms.length * 2);
  const rowLists = new Uint32Array(forms.length);
  const startLists = new Uint32Array(forms.length + count);
  const rankOf = (index: number) => (weights[index] === FIRST_WEIGHT ? 0 : (weights[index] as number));
  const byWeight = (left: number, right: number) =>
    rankOf(left) - rankOf(right) || (places[left] as number) - (places[right] as number);
  const found: FormPlaces[] = [];
  let numberAt = 0;
  let rowAt = 0;
  for (let form = 0; form < count; form++) {
    const [firstNumber, firstRow, firstStart] = [numberAt, rowAt, rowAt + form];
    for (let at = ends[form] as number; at < (ends[form + 1] as number); ) {
      const row = rows[order[at] as number] as number;
      let end = at + 1;
      let isSorted = true;
      while (end < (ends[form + 1] as number) && rows[order[end] as number] === row) {
        isSorted &&= rankOf(order[end - 1] as number) <= rankOf(order[end] as number);
        end++;
      }
      // Places come in order; only where weights go down they are not as they are to be written.
      if (!isSorted) order.subarray(at, end).sort(byWeight);
      rowLists[rowAt] = row;
      startLists[rowAt + form] = numberAt - firstNumber;
      rowAt++;
      let weight = FIRST_WEIGHT;
      let before = 0;
      for (; at < end; at++) {
        const index = order[at] as number;
        const place = places[index] as number;
        if (weights[index] !== weight) {
          weight = weights[index] as number;
          before = 0;
          numbers[numberAt++] = -weight - 1;
        }
        numbers[numberAt++] = place - before;
        before = place;
      }
    }
    startLists[rowAt + form] = numberAt - firstNumber;
    found.push({
      rows: rowLists.subarray(firstRow, rowAt),
      numbers: numbers.subarray(firstNumber, numberAt),
      starts: startLists.subarray(firstStart, rowAt + form + 1),
    });
  }
  return found;
}

function add(sums: Uint32Array, index: number, more: number): void {
  sums[index] = (sums[index] as number) + more;
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
