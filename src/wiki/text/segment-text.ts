/** Scripts that write words without gaps. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * Puts gaps between the words of Chinese, Japanese, Thai and their like, the same way for what is indexed and what is
 * asked. Han is cut into single characters: two machines may cut words differently, characters they do not.
 */
export function segmentText(text: string): string {
  return text.replace(RUN, (run) => {
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    return ` ${[...segmenter.segment(run)].map((part) => part.segment).join(' ')} `;
  });
}
