import type { AnyNode } from '../corpus/node.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

const second = (youtube: string) =>
  `---\ntitle: Episode two\nshow: talks\ndate: 2024-06-01\nguests: [ada]\nmedia:\n  - youtube: ${youtube}\n---\n`;

export const sharedMedium = defineRule({
  code: 'shared-medium',
  severity: 'warning',
  explanation: `Two episodes name the same recording. If both are in it, one after the other, each counts its own times: say the second’s start as
\`offset\`. Else one of the addresses is wrong, and its citations play somebody else.`,
  wrong: soundWith({ 'episodes/two.md': second('abcdefghijk') }),
  right: soundWith({ 'episodes/two.md': second('lmnopqrstuv') }),
  reads: ['media'],
  *check(wiki) {
    const known = new Map<string, AnyNode>();
    for (const episode of wiki.ofKind('episode')) {
      for (const [index, medium] of (episode.data.media ?? []).entries()) {
        const address = medium.youtube ?? medium.audio ?? medium.video;
        if (address === undefined || medium.offset !== undefined) continue;
        const first = known.get(address);
        if (!first) known.set(address, episode);
        else {
          yield {
            file: episode.file,
            span: episode.locate(['media', index]),
            message: `\`${address}\` is also the recording of “${first.title}” (${first.file})`,
            hint: 'find the right address, or give the later of the two an `offset`',
          };
        }
      }
    }
  },
});
