import { isPlainlyBefore, parseTime } from '../text/timestamp.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

const episode = (second: string) =>
  `---\ntitle: Episode one\nshow: talks\nguests: [ada]\nmedia:\n  - youtube: abcdefghijk\nchapters:\n  - at: "2:00"\n    title: Start\n  - at: "${second}"\n    title: More\n---\n`;

export const chaptersOutOfOrder = defineRule({
  code: 'chapters-out-of-order',
  severity: 'warning',
  explanation: `Chapters are listed in the order in which they begin, each later than the one before.`,
  wrong: soundWith({ 'episodes/one.md': episode('1:00') }),
  right: soundWith({ 'episodes/one.md': episode('3:00') }),
  reads: ['times'],
  *check(wiki) {
    for (const node of wiki.ofKind('episode')) {
      const chapters = node.data.chapters ?? [];
      for (const [index, chapter] of chapters.entries()) {
        const before = chapters[index - 1];
        if (!before || isPlainlyBefore(before.at, chapter.at)) continue;
        if ((parseTime(chapter.at) ?? 0) > (parseTime(before.at) ?? 0)) continue;
        yield {
          file: node.file,
          span: node.locate(['chapters', index, 'at']),
          message: `the chapter at ${chapter.at} comes after the one at ${before.at}`,
          hint: 'put the chapters in order of time',
        };
      }
    }
  },
});
