import { formatTime } from '../wiki/text/timestamp.ts';
import { type Deck, openDeck } from './player-decks.ts';
import { type Track, trackOf } from './player-tracks.ts';

const SPEEDS = [1, 1.25, 1.5, 2, 0.75];
const STEP_SECONDS = 5;

/** There is one player on a page: a new one takes the place of the old. */
let close: (() => void) | undefined;

/**
 * Plays what a link names, with its neighbours before and after it: the list inside the element, or the links that
 * `data-list` selects on the page.
 */
export function play(host: HTMLElement, start: HTMLAnchorElement): void {
  close?.();
  const abort = new AbortController();
  const { signal } = abort;
  const links = [
    ...(host.dataset.list ? document : host).querySelectorAll<HTMLAnchorElement>(host.dataset.list || 'a.tc'),
  ];
  const current = start.matches('.play') ? links.findIndex((link) => link.closest('.current')) : links.indexOf(start);
  const tracks: Track[] = links.flatMap((link) => trackOf(link) ?? []);
  const own = trackOf(start);
  if (!own) {
    location.assign(start.href);
    return;
  }
  let index = Math.max(0, current);
  if (current === -1 || tracks.length !== links.length)
    tracks.splice(0, tracks.length, { ...own, marks: [...own.marks] });
  else tracks[index] = { ...own, seconds: tracks[index]?.seconds, marks: tracks[index]?.marks ?? own.marks };

  const frame = document.createElement('div');
  frame.className = 'player';
  const screen = document.createElement('div');
  const bar = document.createElement('div');
  bar.className = 'player-bar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Player');
  const [back, toggle, on, speed] = ['Previous', 'Pause', 'Next', '1×'].map((words) => button(words)) as [
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  speed.setAttribute('aria-label', 'Speed 1×');
  const time = document.createElement('span');
  time.className = 'tc playing';
  const what = document.createElement('span');
  what.className = 'aside';
  const keys = document.createElement('span');
  keys.className = 'aside keys';
  keys.textContent = 'Space plays and pauses, arrows move, N and P go on and back, < and > set the speed';
  bar.append(back, toggle, on, speed, time, what, keys);
  frame.append(screen, bar);
  let deck: Deck | undefined;
  let rate = 1;

  const marks = () => document.querySelectorAll('.tc.playing');
  const show = () => {
    const track = tracks[index] as Track;
    for (const mark of marks()) if (mark !== time) mark.classList.remove('playing');
    for (const mark of track.marks) mark.classList.add('playing');
    if (start.matches('.play') && track === tracks[Math.max(0, current)]) {
      for (const mark of document.querySelectorAll('.moment-time .tc')) mark.classList.add('playing');
    }
    back.disabled = index === 0;
    on.disabled = index === tracks.length - 1;
    const place = tracks.length > 1 ? `${index + 1} of ${tracks.length}` : '';
    what.textContent = [place, track.title, track.start].filter(Boolean).join(' · ');
    time.textContent = formatTime(track.at);
    toggle.textContent = 'Pause';
    deck?.close();
    deck = openDeck(screen, track, {
      onTime: (seconds) => {
        time.textContent = formatTime(seconds);
      },
      onPlaying: (playing) => {
        toggle.textContent = playing ? 'Pause' : 'Play';
      },
      onEnd: () => {
        if (track.seconds !== undefined && index < tracks.length - 1) go(1);
        else toggle.textContent = 'Play';
      },
    });
    if (rate !== 1) deck.speed(rate);
  };
  const go = (step: number) => {
    const next = index + step;
    if (next < 0 || next >= tracks.length) return;
    index = next;
    show();
  };
  const setSpeed = (next: number) => {
    rate = next;
    speed.textContent = `${rate}×`;
    speed.setAttribute('aria-label', `Speed ${rate}×`);
    deck?.speed(rate);
  };
  const shift = (step: number) => {
    const sorted = [...SPEEDS].sort((left, right) => left - right);
    setSpeed(sorted[Math.min(sorted.length - 1, Math.max(0, sorted.indexOf(rate) + step))] ?? 1);
  };
  back.addEventListener('click', () => go(-1), { signal });
  on.addEventListener('click', () => go(1), { signal });
  toggle.addEventListener('click', () => deck?.toggle(), { signal });
  speed.addEventListener('click', () => setSpeed(SPEEDS[(SPEEDS.indexOf(rate) + 1) % SPEEDS.length] ?? 1), { signal });
  const actions: Record<string, () => void> = {
    ' ': () => deck?.toggle(),
    k: () => deck?.toggle(),
    ArrowLeft: () => deck?.move(-STEP_SECONDS),
    ArrowRight: () => deck?.move(STEP_SECONDS),
    n: () => go(1),
    p: () => go(-1),
    '>': () => shift(1),
    '<': () => shift(-1),
  };
  frame.addEventListener(
    'keydown',
    (event) => {
      const action = actions[event.key];
      // Space on a button presses it.
      if (!action || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      action();
    },
    { signal },
  );
  close = () => {
    abort.abort();
    deck?.close();
    frame.remove();
    start.hidden = false;
    for (const mark of marks()) mark.classList.remove('playing');
  };
  host.prepend(frame);
  if (start.matches('.play')) start.hidden = true;
  show();
  toggle.focus();
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plain';
  made.textContent = words;
  return made;
}
