import { defineRule } from './define-rule.ts';
import { TALK } from './evidence-findings.ts';
import { SOUND, soundWith } from './examples.ts';

const undated = (SOUND['episodes/one.md'] as string).replace('date: 2024-05-01\n', '');

export const undatedEpisode = defineRule({
  code: 'undated-episode',
  severity: 'warning',
  explanation: `An episode has no date. Its claims stand on no year axis, and nobody sees how old they are. This is said where
transcripts are checked.`,
  wrong: soundWith({ 'episodes/one.md': undated, 'transcripts/one.vtt': TALK }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  *check(wiki, evidence) {
    if (!evidence.isPresent) return;
    for (const episode of wiki.ofKind('episode')) {
      if (episode.data.date !== undefined) continue;
      yield {
        file: episode.file,
        span: episode.locate(['title']),
        message: 'this episode has no date',
        hint: 'add `date:`, the day on which it was published',
      };
    }
  },
});
