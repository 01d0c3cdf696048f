import type { ClaimType } from '../kinds/claim.ts';
import { slugify } from '../text/slug.ts';
import { formatTime } from '../text/timestamp.ts';
import { createMentionFinder, type Named } from './find-mentions.ts';
import type { TimedCue, Timeline } from './timeline.ts';
import { contentStem, quoteWords } from './words.ts';

/** A claim a program proposes, in the shape of a claim file. Nobody has read it yet. */
export interface DraftClaim {
  id: string;
  by: string;
  at: string;
  text: string;
  quote?: string;
  type: ClaimType;
  about: string[];
  status: 'proposed';
  provenance: { method: 'agent' | 'import'; tool: string; note?: string };
}

export interface DraftSource {
  timeline: Timeline;
  /** Slug of the guest who speaks in a cue, if a guest does. */
  guestOf(cue: TimedCue): string | undefined;
  concepts: readonly Named[];
  /** Seconds at which chapters begin. */
  chapters: readonly number[];
}

/** Sentences proposed of each chapter, at most. */
const PER_CHAPTER = 3;
/** A sentence that says something and can be checked by ear. */
const WORDS = [8, 45] as const;

/** Words that often go with an assertion, and what sort it then is; the first that fits counts. */
const SIGNS: readonly (readonly [RegExp, ClaimType])[] = [
  [/\b(?:problem|mistake|fails?|wrong|danger|never|pitfall|tricky)\b/i, 'pitfall'],
  [/\b(?:trade-?offs?|depends|instead|rather than|whereas|cheaper|faster|better|worse|but)\b/i, 'tradeoff'],
  [/\b(?:for example|for instance|we had|we built|i had)\b/i, 'example'],
  [/\b(?:will|going to|in the future)\b/i, 'prediction'],
  [/\b(?:is called|means that|refers to|is basically|is a)\b/i, 'definition'],
  [/\b(?:should|must|have to|need to|always|because|the key|important)\b/i, 'rule'],
  [/\d/, 'result'],
];

/** Proposes sentences of the guests that name a concept and assert something. No model, no dice: the same every time. */
export function draftClaims({ timeline, guestOf, concepts, chapters }: DraftSource): DraftClaim[] {
  const mentions = createMentionFinder(concepts);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const candidates: { score: number; chapter: number; draft: DraftClaim }[] = [];
  for (const cue of timeline.cues) {
    const by = guestOf(cue);
    if (by === undefined) continue;
    let word = cue.words[0];
    for (const { segment } of segmenter.segment(cue.text)) {
      const words = quoteWords(segment);
      const from = word;
      word += words.length;
      if (words.length < WORDS[0] || words.length > WORDS[1] || segment.trim().endsWith('?')) continue;
      const about = [...new Set(mentions(words))];
      const signs = SIGNS.filter(([pattern]) => pattern.test(segment));
      if (about.length === 0 || signs.length === 0) continue;
      const telling = words.filter((one) => contentStem(one) !== undefined);
      const [start, end] = [timeline.at[from] ?? cue.second, timeline.at[word - 1] ?? cue.second];
      const second = Math.floor(start);
      const text = segment.replace(/\s+/g, ' ').trim();
      candidates.push({
        score: 2 * about.length + signs.length + telling.length / words.length,
        chapter: chapters.findLastIndex((at) => at <= second),
        draft: {
          id: slugify(telling.slice(0, 4).join(' ')) || `at-${second}`,
          by,
          at: `${formatTime(second)}-${formatTime(Math.max(Math.ceil(end), second + 5))}`,
          text,
          quote: text,
          type: signs[0]?.[1] ?? 'rule',
          about: about.slice(0, 4),
          status: 'proposed',
          provenance: { method: 'import', tool: 'onrecord draft', note: 'as spoken; put it in your own words' },
        },
      });
    }
  }
  const taken = new Map<number, number>();
  const kept = candidates
    .map((candidate, index) => ({ ...candidate, index }))
    .sort((left, right) => right.score - left.score || left.index - right.index)
    .filter(({ chapter }) => {
      const used = taken.get(chapter) ?? 0;
      taken.set(chapter, used + 1);
      return used < PER_CHAPTER;
    })
    .sort((left, right) => left.index - right.index);
  return withOwnIds(kept.map(({ draft }) => draft));
}

/** The second of two with one id gets a number. */
export function withOwnIds(drafts: readonly DraftClaim[], taken: ReadonlySet<string> = new Set()): DraftClaim[] {
  const used = new Set(taken);
  return drafts.map((draft) => {
    let id = draft.id;
    for (let number = 2; used.has(id); number++) id = `${draft.id}-${number}`;
    used.add(id);
    return { ...draft, id };
  });
}
