/** Pixels at the foot of the map that the panel lies over, on a phone. */
export function coveredFoot(canvas: HTMLElement, panel: HTMLElement): number {
  const [map, sheet] = [canvas.getBoundingClientRect(), panel.getBoundingClientRect()];
  const isOver = sheet.height > 0 && sheet.left < map.right - 1;
  return isOver ? Math.max(0, map.bottom - Math.max(map.top, sheet.top)) : 0;
}
