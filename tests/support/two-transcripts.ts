import type { Files } from '../../src/wiki/rules/define-rule.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';

/** Said in the show whose transcripts are published, by the guest, from 1:05 on. */
export const PUBLISHED = 'A walrus ledger keeps every change apart from the model.';
/** Said in the show that says nothing about its transcripts. */
export const PRIVATE = 'The pelican protocol must never be seen by anybody outside.';

const cue = (start: string, end: string, speaker: string, text: string) =>
  `${start} --> ${end}\n<v ${speaker}>${text}\n`;

/** Two shows, one of which publishes its transcripts. */
export function twoTranscripts(): Files {
  return {
    ...SOUND,
    'shows/talks.md': '---\ntitle: Talks\ntranscripts: published\nhosts:\n  - guest: hans\n    labels: [Hans]\n---\n',
    'shows/quiet.md': '---\ntitle: Quiet\nhosts:\n  - guest: hans\n---\n',
    'episodes/two.md':
      '---\ntitle: Episode two\nshow: quiet\ndate: 2023-05-01\nguests: [ada]\nmedia:\n  - youtube: bbbbbbbbbbb\n---\n',
    'episodes/loose.md': '---\ntitle: A loose episode\nguests: [ada]\nmedia:\n  - youtube: ccccccccccc\n---\n',
    'transcripts/one.vtt': [
      'WEBVTT\n',
      cue('00:00:50.000', '00:01:00.000', 'Hans', 'What do you keep apart, and why?'),
      cue('00:01:00.000', '00:01:05.000', 'Ada Lovelace', 'Facts belong in the index.'),
      cue('00:01:05.000', '00:01:20.000', 'Ada Lovelace', PUBLISHED),
      cue('00:02:00.000', '00:02:10.000', 'Caller', 'And what about <b>cheese</b> & cost?'),
    ].join('\n'),
    'transcripts/two.vtt': `WEBVTT\n\n${cue('00:01:00.000', '00:01:20.000', 'Ada Lovelace', PRIVATE)}`,
    'transcripts/loose.vtt': `WEBVTT\n\n${cue('00:01:00.000', '00:01:20.000', 'Ada Lovelace', PRIVATE)}`,
  };
}
