import { formatTime, parseTime } from '../wiki/text/timestamp.ts';
import type { ClaimPreview } from '../wiki/views/contracts/claim-preview.ts';
import { playStart } from '../wiki/views/contracts/play-start.ts';
import './moment-player.ts';

/** Fills the frame with the claim that its address asks for. What is not found leads to the archive. */
const [episode = '', claim = ''] = (new URLSearchParams(location.search).get('claim') ?? '').split('/');
const root = new URL('../', location.href);

if (/^[\p{L}\p{N}-]+$/u.test(episode) && claim) {
  fetch(new URL(`episodes/${episode}/claims.json`, root))
    .then((response) => response.json())
    .then((claims: Record<string, ClaimPreview>) => {
      const preview = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
      if (preview) show(preview);
    })
    .catch(() => undefined);
}

function show(preview: ClaimPreview): void {
  const address = new URL(`claims/${episode}/${claim}/`, root).href;
  put('embed-text', preview.text);
  put('embed-who', preview.guest).setAttribute('href', address);
  put('embed-where', `${preview.episode}, ${preview.time}`);
  document.title = preview.text;
  const player = document.querySelector('moment-player');
  if (!preview.listen || !player) return;
  const play = document.createElement('a');
  play.className = 'play';
  const seconds = parseTime(preview.time) ?? 0;
  const { lead, words } = playStart(seconds, preview.asked);
  play.href = earlier(preview.listen, lead);
  play.dataset.start = words;
  play.textContent = `Play from ${formatTime(seconds - lead)}`;
  const how = document.createElement('span');
  how.className = 'aside';
  how.textContent = words;
  player.append(play, how);
}

/** The same recording some seconds before. */
function earlier(listen: string, lead: number): string {
  return listen.replace(/([&#]t=)(\d+)/, (_, key: string, second: string) => key + Math.max(0, Number(second) - lead));
}

function put(id: string, text: string): HTMLElement {
  const element = document.getElementById(id) as HTMLElement;
  element.textContent = text;
  return element;
}
