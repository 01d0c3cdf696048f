import type { NodeId } from '../corpus/node.ts';

/** Heights in pixels and widths in characters at the width from which notes stand in the margin (`prose.css`). */
const TEXT = { charactersPerLine: 72, linePx: 29 };
const NOTE = { charactersPerLine: 36, linePx: 20, gapPx: 29 };
/** What a citation takes of its line as a chip, less than what is written for it. */
const CHIP_CHARACTERS = 16;
/** How far a note may stand below its line and still be read with it. */
const SLACK_PX = 4 * TEXT.linePx;

/** Asks for room: the claim cited, its length in characters, and where in the source the citation is written and how long it is written. */
export type Margin = (claim: NodeId, noteLength: number, offset: number, writtenLength: number) => boolean;

/**
 * The margin beside a text. Citations come in the order of the text; one gets a note when the claim has none yet and the notes above
 * leave room near its line, so that the margin never grows longer than the text. The others open where they stand.
 */
export function openMargin(): Margin {
  const noted = new Set<NodeId>();
  let hidden = 0;
  let filledPx = 0;
  return (claim, noteLength, offset, writtenLength) => {
    const linePx = ((offset - hidden) / TEXT.charactersPerLine) * TEXT.linePx;
    hidden += Math.max(0, writtenLength - CHIP_CHARACTERS);
    if (noted.has(claim) || filledPx > linePx + SLACK_PX) return false;
    noted.add(claim);
    filledPx = Math.max(filledPx, linePx) + Math.ceil(noteLength / NOTE.charactersPerLine) * NOTE.linePx + NOTE.gapPx;
    return true;
  };
}
