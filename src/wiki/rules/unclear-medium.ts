import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unclearMedium = defineRule({
  code: 'unclear-medium',
  severity: 'error',
  explanation: `Each entry of \`media\` names one recording: \`youtube\`, \`audio\` or \`video\`. One of them is the reference timeline
(the first, unless another says \`reference: true\`); the others may carry an \`offset\` in seconds.`,
  wrong: soundWith({
    'episodes/one.md':
      '---\ntitle: Episode one\nshow: talks\nguests: [ada]\nmedia:\n  - youtube: abcdefghijk\n    audio: https://example.org/one.mp3\n---\n',
  }),
  right: soundWith({
    'episodes/one.md':
      '---\ntitle: Episode one\nshow: talks\nguests: [ada]\nmedia:\n  - youtube: abcdefghijk\n  - audio: https://example.org/one.mp3\n    offset: -12\n---\n',
  }),
  reads: ['media'],
  *check(wiki) {
    for (const episode of wiki.ofKind('episode')) {
      const media = episode.data.media ?? [];
      for (const [index, medium] of media.entries()) {
        const given = (['youtube', 'audio', 'video'] as const).filter((key) => medium[key] !== undefined);
        const place = () => ({ file: episode.file, span: episode.locate(['media', index]) });
        if (given.length !== 1) {
          yield {
            ...place(),
            message: given.length === 0 ? 'this medium has no address' : `this medium has ${given.length} addresses`,
            hint: 'give each medium one of `youtube`, `audio` or `video`',
          };
        }
        if (medium.reference && media.slice(0, index).some((other) => other.reference)) {
          yield {
            ...place(),
            message: 'a second medium is marked as the reference timeline',
            hint: 'keep `reference: true` on one',
          };
        }
      }
    }
  },
});
