/** Tells which row is pointed at, when it becomes another. Fingers point at nothing: they press. */
export function wirePointer(
  canvas: HTMLElement,
  signal: AbortSignal,
  under: (x: number, y: number) => number | undefined,
  point: (row: number | undefined) => void,
): void {
  let pointed: number | undefined;
  const change = (row: number | undefined) => {
    if (row === pointed) return;
    pointed = row;
    canvas.classList.toggle('over', row !== undefined);
    point(row);
  };
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const box = canvas.getBoundingClientRect();
      change(under(event.clientX - box.left, event.clientY - box.top));
    },
    { signal },
  );
  canvas.addEventListener('pointerleave', () => change(undefined), { signal });
}
