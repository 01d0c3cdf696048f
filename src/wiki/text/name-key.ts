/** Letters with a stroke or a tie, which no normal form takes apart. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** A word: letters, digits and their marks, with the `+` and `#` that tell C, C++ and C# apart; or a picture. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*[+#]*|\p{Extended_Pictographic}/gu;

/** Words with case, accents of alphabets and apostrophes aside: `Naïve Bayes’ k-NN` → `naive bayes k nn`. */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßøłđæœı]/g, (letter) => PLAIN[letter] as string)
      .replace(/['’]/g, '')
      .match(WORD) ?? []
  );
}

/** Shortest word whose plural is worth taking off: `gas` and `bus` are not plurals. */
const MIN_PLURAL = 4;

/** English plurals off, roughly: what matters is that both spellings end up the same. */
export function singular(word: string): string {
  if (word.length < MIN_PLURAL) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > MIN_PLURAL) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What spellings of one name share: no case, accents, spaces, hyphens or plurals. `A/B tests` → `abtest`. */
export function nameKey(name: string): string {
  return foldWords(name).map(singular).join('');
}

/** Whether one letter more, less, other, or two swapped turn one text into the other (Damerau 1964, distance ≤ 1). */
export function isWithinOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let [endLeft, endRight] = [left.length, right.length];
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    endLeft--;
    endRight--;
  }
  const [restLeft, restRight] = [endLeft - start, endRight - start];
  if (restLeft <= 1 && restRight <= 1) return true;
  return restLeft === 2 && restRight === 2 && left[start] === right[start + 1] && left[start + 1] === right[start];
}

/** The sides of `X vs Y`; fewer than two when it is no such question. */
export function sidesOf(text: string): string[] {
  const sides = text
    .split(/\s+(?:vs\.?|versus|v\.|gegen|contra|compared (?:to|with)|or|oder)\s+/i)
    .map((side) => side.trim());
  return sides.length > 1 && sides.every((side) => side !== '') ? sides : [];
}
