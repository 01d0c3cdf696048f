import { foldWords, singular } from '../../wiki/text/name-key.ts';

const WORD = /[\p{L}\p{N}\p{M}+#]+|\p{Extended_Pictographic}/gu;
/** Shortest word of a query that marks longer words it begins. */
const MIN_STEM = 4;

/** Text as nodes, the words asked for in `<mark>`. Text stays text: nothing in it becomes markup. */
export function markWords(text: string, wanted: readonly string[]): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isWanted(match[0], wanted)) continue;
    if (match.index > end) nodes.push(document.createTextNode(text.slice(end, match.index)));
    const mark = document.createElement('mark');
    mark.textContent = match[0];
    nodes.push(mark);
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}

/** The same word, a form of it, or one that begins with it. */
export function isWanted(word: string, wanted: readonly string[]): boolean {
  return foldWords(word).some((part) => {
    const own = stem(singular(part));
    return wanted.some((one) => part === one || own === stem(one) || (one.length >= MIN_STEM && part.startsWith(one)));
  });
}

/** Without the commonest endings; what it is good for is to compare. */
function stem(word: string): string {
  const cut = word.replace(/(?:ing|ed|er|e)$/, '');
  return cut.length >= 3 ? cut : word;
}
