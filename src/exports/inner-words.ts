/** Shortest word looked for inside another, and shortest that has one inside: shorter ones are chance. */
const SHORTEST = 5;
const SHORTEST_AROUND = SHORTEST + 3;

/**
 * Words that the archive knows inside longer ones, past their beginning: `datenbank` in `vektordatenbanken`. Compounds are
 * taken apart by what else is said (after Koehn and Knight 2003, without asking for a whole split). Of words inside each
 * other the longest counts; what a word begins with needs no help, as searches are for beginnings.
 */
export function innerWords(words: Iterable<string>, isKnown: (word: string) => boolean): string[] {
  const found = new Set<string>();
  for (const word of words) {
    if (word.length < SHORTEST_AROUND || !/^\p{L}+$/u.test(word)) continue;
    let end = 0;
    for (let start = 1; start <= word.length - SHORTEST; start++) {
      for (let stop = word.length; stop - start >= SHORTEST && stop > end; stop--) {
        const part = word.slice(start, stop);
        if (!isKnown(part)) continue;
        found.add(part);
        end = stop;
        break;
      }
    }
  }
  return [...found];
}
