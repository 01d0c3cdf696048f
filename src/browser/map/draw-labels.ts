import { labelText, nameLines } from '../../wiki/views/contracts/map-label.ts';
import { labelOf } from '../../wiki/views/contracts/map-parts.ts';
import { type Above, css } from './draw-above.ts';
import { type LabelRoom, labelRoom } from './label-room.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';

const FONT_PX = 13;
const LINE_PX = 16;
/** Room that a label should have for itself, in square pixels, and the most of them. */
const LABEL_ROOM_PX = 26_000;
/** Beside names of regions, labels are fewer still. */
const NAMED_ROOM_PX = 64_000;
const MAX_LABELS = 60;
/** What is lit is asked for: it may stand closer. */
const LIT_LABELS = 40;
/** Candidates looked at for labels a frame. */
const MAX_WISHES = 600;
/** Pixels a map unit from which on the labels of each level of the build are shown; those that fit at none come last. */
const LEVEL_PX = [560, 1500, 4200, 9000] as const;

/** Names of regions: while so much of the map is in view, in letters by the width of the view. */
const NAMES_RATIO = 0.4;
const WIDE_PX = 680;
const NAME_PX = { wide: 18, narrow: 13 };
const NAME_LINE = 1.15;
/** Pixels up or down at which a name may stand, in lines. */
const NAME_SHIFTS = [0, -0.8, 0.8, -1.6, 1.6];

type Place = (row: number) => { x: number; y: number };

/** Draws names: of regions from afar, then of what is pointed at, selected or lit, or else of what matters most. No two overlap. */
export function drawLabels(brush: CanvasRenderingContext2D, above: Above, at: Place): void {
  const { stage, palette, lit } = above;
  const { width, height } = stage.size();
  const room = labelRoom(width, height);
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.lineWidth = 4;
  brush.strokeStyle = css(palette.paper);
  brush.fillStyle = css(palette.ink);
  const isNamed = !lit && stage.place().ratio > NAMES_RATIO;
  const named = isNamed ? drawNames(brush, above, room) : new Set<string>();
  brush.textAlign = 'left';
  brush.font = `500 ${FONT_PX}px Instrument, "Instrument fallback", system-ui, sans-serif`;
  const each = isNamed ? NAMED_ROOM_PX : LABEL_ROOM_PX;
  const most = lit ? LIT_LABELS : Math.min(MAX_LABELS, Math.floor((width * height) / each));
  for (const { row, x, y } of placeLabels(wishes(brush, above, at, named), room, LINE_PX, most)) {
    const title = labelText(above.world.titles[row] as string);
    brush.strokeText(title, x, y);
    brush.fillText(title, x, y);
  }
}

/** A page that gives its region the name that stands there needs no label of its own. */
function* wishes(
  brush: CanvasRenderingContext2D,
  above: Above,
  at: Place,
  named: ReadonlySet<string>,
): Generator<LabelWish> {
  const { world, stage, lit, selected, hovered } = above;
  const { width, height } = stage.size();
  const first = [hovered, selected, lit?.main].filter((row) => row !== undefined);
  const seen = new Set<number>();
  for (const row of candidates(first, above)) {
    const title = world.titles[row];
    if (title === undefined || seen.has(row) || (named.has(title) && !first.includes(row))) continue;
    const { x, y } = at(row);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    seen.add(row);
    if (seen.size > MAX_WISHES) return;
    yield { row, x, y, radius: stage.radius(row), width: brush.measureText(labelText(title)).width };
  }
}

/** What is pointed at and selected, then what is lit, or else what the build gave room at this zoom; the most important first. */
function* candidates(first: readonly number[], { world, stage, titled, lit }: Above): Generator<number> {
  yield* first;
  if (lit) {
    yield* [...lit.rows].sort(
      (left, right) => (world.importance[right] as number) - (world.importance[left] as number) || left - right,
    );
    return;
  }
  const scale = stage.scale();
  for (const row of titled) {
    const level = row < world.pages ? labelOf(world.paint.nodes.label[row] as number)?.level : undefined;
    if (scale >= (LEVEL_PX[level ?? LEVEL_PX.length - 1] as number)) yield row;
  }
}

/** Names of the regions in view, the largest first, each in the middle of its land (of its pages where none is drawn) or a little beside. Answers those it drew. */
function drawNames(
  brush: CanvasRenderingContext2D,
  { world, stage, middles, community }: Above,
  room: LabelRoom,
): Set<string> {
  const size = room.width < WIDE_PX ? NAME_PX.narrow : NAME_PX.wide;
  const line = size * NAME_LINE;
  brush.font = `500 ${size}px Newsreader, "Newsreader fallback", Georgia, serif`;
  brush.textAlign = 'center';
  const drawn = new Set<string>();
  for (const [index, { title, x, y }] of world.paint.coarse.entries()) {
    if (community !== undefined && community !== index) continue;
    const place = middles?.get(index) ?? world.place(x, y);
    const middle = stage.toScreen(place.x, place.y);
    const lines = nameLines(title);
    const half = Math.max(...lines.map((text) => brush.measureText(text).width)) / 2;
    const tall = (lines.length * line) / 2;
    const shift = NAME_SHIFTS.find((by) =>
      room.take({
        left: middle.x - half,
        right: middle.x + half,
        top: middle.y + by * line - tall,
        bottom: middle.y + by * line + tall,
      }),
    );
    if (shift === undefined) continue;
    drawn.add(title);
    for (const [at, text] of lines.entries()) {
      const low = middle.y + (shift + at - (lines.length - 1) / 2) * line;
      brush.strokeText(text, middle.x, low);
      brush.fillText(text, middle.x, low);
    }
  }
  return drawn;
}
