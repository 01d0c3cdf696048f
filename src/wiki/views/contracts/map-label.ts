/** Size of a label on the map, and of the mark beside it. */
export const LABEL_FONT_PX = 12;
export const LABEL_LINE_PX = 15;
export const LABEL_MARK_PX = 5;
/** Between mark and label. */
export const LABEL_GAP_PX = 4;

/** Characters of a label; titles of papers go on. */
const LONGEST = 34;

/** A title as a label shows it: cut between words where it is long. */
export function labelText(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = title.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > LONGEST / 2 ? space : LONGEST - 1).replace(/[\s,;:–-]+$/, '')}…`;
}

/** Names longer than so many characters break. */
const NAME_BREAK = 15;

/** A region's name, in two lines where it is long, broken near its middle. */
export function nameLines(title: string): string[] {
  const text = labelText(title);
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (text.length <= NAME_BREAK || breaks.length === 0) return [text];
  const away = (index: number) => Math.abs(index - text.length / 2);
  const cut = breaks.reduce((best, index) => (away(index) < away(best) ? index : best));
  return [text.slice(0, cut), text.slice(cut + 1)];
}

const NARROW = /[\sfijlrtI.,:;'’|()[\]{}!-]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /[A-Z0-9]/;

/** Width of a label in the sans serif of the site, in pixels; rather too wide than too narrow. */
export function labelWidth(text: string): number {
  let ems = 0;
  for (const char of text) {
    if (char > '\u2e80') ems += 1;
    else ems += NARROW.test(char) ? 0.36 : WIDE.test(char) ? 0.92 : CAPITAL.test(char) ? 0.68 : 0.57;
  }
  return Math.ceil(ems * LABEL_FONT_PX);
}
