import { PHRASES } from './phrases.ts';
import type { Random } from './random.ts';
import { capitalise, madeUpName } from './words.ts';

/** Organisations that turn up in sentences. */
const ORGANISATIONS = 2000;

/** Fills the slots of a sentence and gives it a capital letter; a link at its start keeps its target's spelling. */
export function fillSentence(sentence: string, random: Random, subjects: { A: string; B: string }): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'A' || slot === 'B') return subjects[slot];
    if (slot === 'org') return madeUpName(random.int(0, ORGANISATIONS - 1));
    if (slot === 'percent') return String(random.int(5, 90));
    if (slot === 'months' || slot === 'years') return String(random.int(2, 12));
    const phrases = PHRASES[slot];
    if (!phrases) throw new Error(`no phrases for {${slot}} in: ${sentence}`);
    return random.pick(phrases);
  });
  return filled.startsWith('[[') ? filled : capitalise(filled);
}

export function countWords(text: string): number {
  return text.split(/\s+/).length;
}
