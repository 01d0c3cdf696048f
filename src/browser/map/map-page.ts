import { siteBase } from '../site-base.ts';
import { mountExplorer } from './explorer.ts';
import { mapFiles } from './load-map.ts';

const host = document.getElementById('map-explorer');
const drawn = document.getElementById('map-overview');

function hasWebGl(): boolean {
  const gl =
    document.createElement('canvas').getContext('webgl2') ?? document.createElement('canvas').getContext('webgl');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/** Takes down what is mounted. */
let leave: (() => void) | undefined;
let abort = new AbortController();

async function enter(): Promise<void> {
  if (!host || leave) return;
  const note = document.getElementById('map-note') as HTMLElement;
  note.textContent = '';
  if (!hasWebGl()) {
    host.dataset.state = 'none';
    note.textContent =
      'This browser cannot draw the map that one walks on (WebGL is missing or off); the drawing and the table stand for it.';
    return;
  }
  abort = new AbortController();
  try {
    leave = await mountExplorer(host, mapFiles(host.dataset.map as string, abort.signal), siteBase());
    if (abort.signal.aborted) exit();
    else if (drawn) drawn.hidden = true;
  } catch (problem) {
    if (abort.signal.aborted) return;
    console.error(problem);
    host.dataset.state = 'none';
    note.textContent = problem instanceof Error ? problem.message : String(problem);
  }
}

function exit(): void {
  abort.abort();
  leave?.();
  leave = undefined;
}

// A page that goes to the back-forward cache must hold no memory of the graphics card there; it comes back as it was, from its address.
addEventListener('pagehide', exit);
addEventListener('pageshow', (event) => {
  if (event.persisted) void enter();
});
void enter();
