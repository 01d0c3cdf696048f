import type { Page } from 'playwright-core';

export interface Frames {
  /** Frames the page was given, a second. */
  perSecond: number;
  medianMs: number;
  worstMs: number;
}

/** Drags over an element for a while, one step a frame, and counts frames. With `isStill`, only watches. */
export function watchFrames(page: Page, selector: string, ms: number, isStill = false): Promise<Frames> {
  return page.evaluate(
    async ({ selector, ms, isStill }) => {
      const element = document.querySelector(selector) as HTMLElement;
      const box = element.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const send = (type: string, x: number, y: number) =>
        element.dispatchEvent(
          new MouseEvent(type, {
            clientX: x,
            clientY: y,
            button: 0,
            buttons: type === 'mouseup' ? 0 : 1,
            bubbles: true,
          }),
        );
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
      await frame();
      if (!isStill) send('mousedown', middle.x, middle.y);
      const start = performance.now();
      const times: number[] = [];
      let last = start;
      for (let step = 1; performance.now() - start < ms; step++) {
        if (!isStill) send('mousemove', middle.x + 120 * Math.sin(step / 9), middle.y + 60 * Math.cos(step / 7));
        await frame();
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      if (!isStill) send('mouseup', middle.x, middle.y);
      times.sort((one, other) => one - other);
      return {
        perSecond: (1000 * times.length) / (last - start),
        medianMs: times[times.length >> 1] ?? Number.NaN,
        worstMs: times.at(-1) ?? Number.NaN,
      };
    },
    { selector, ms, isStill },
  );
}
