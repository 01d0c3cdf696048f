import { defineRule } from './define-rule.ts';
import { TALK } from './evidence-findings.ts';
import { SOUND, soundWith } from './examples.ts';

const silent = (SOUND['episodes/one.md'] as string).replace(/media:\n.*\n/, '');

export const missingMedium = defineRule({
  code: 'missing-medium',
  severity: 'warning',
  explanation: `Claims are made of an episode for which no recording is known: nobody can listen to them. This is said where transcripts are
checked.`,
  wrong: soundWith({ 'episodes/one.md': silent, 'transcripts/one.vtt': TALK }),
  right: soundWith({ 'transcripts/one.vtt': TALK }),
  *check(wiki, evidence) {
    if (!evidence.isPresent) return;
    for (const episode of wiki.ofKind('episode')) {
      if ((episode.data.media ?? []).length > 0 || wiki.in(episode.id, 'in').length === 0) continue;
      yield {
        file: episode.file,
        span: episode.locate(['title']),
        message: 'no recording of this episode is known',
        hint: 'add `media:` with a YouTube id or the address of an audio or video file',
      };
    }
  },
});
