import type { Track } from './player-tracks.ts';

export interface DeckEvents {
  onTime(seconds: number): void;
  onPlaying(playing: boolean): void;
  /** The stretch is over. */
  onEnd(): void;
}

/** Something that plays one track. */
export interface Deck {
  toggle(): void;
  move(seconds: number): void;
  speed(rate: number): void;
  close(): void;
}

export function openDeck(screen: HTMLElement, track: Track, events: DeckEvents): Deck {
  return track.medium === 'youtube' ? youtubeDeck(screen, track, events) : fileDeck(screen, track, events);
}

function fileDeck(screen: HTMLElement, track: Track, events: DeckEvents): Deck {
  const media = document.createElement(track.medium === 'video' ? 'video' : 'audio');
  const end = track.seconds === undefined ? Number.POSITIVE_INFINITY : track.at + track.seconds;
  let over = false;
  media.controls = true;
  media.autoplay = true;
  media.src = `${track.source}#t=${track.at}`;
  media.title = track.title;
  media.addEventListener('timeupdate', () => {
    events.onTime(media.currentTime);
    if (over || media.currentTime < end) return;
    over = true;
    media.pause();
    events.onEnd();
  });
  media.addEventListener('play', () => events.onPlaying(true));
  media.addEventListener('pause', () => events.onPlaying(false));
  media.addEventListener('error', () => events.onPlaying(false));
  media.addEventListener('ended', () => events.onEnd());
  screen.replaceChildren(media);
  return {
    toggle: () => void (media.paused ? media.play().catch(() => undefined) : media.pause()),
    move: (seconds) => {
      media.currentTime += seconds;
    },
    speed: (rate) => {
      media.playbackRate = rate;
    },
    close: () => {
      media.pause();
      media.remove();
    },
  };
}

const YOUTUBE = 'https://www.youtube-nocookie.com';
/** States that YouTube's player reports. */
const ENDED = 0;
const PLAYING = 1;
const PAUSED = 2;

/** YouTube without cookies, steered by messages to its frame: none of its scripts run in our page. */
function youtubeDeck(screen: HTMLElement, track: Track, events: DeckEvents): Deck {
  const abort = new AbortController();
  const frame = document.createElement('iframe');
  const end = track.seconds === undefined ? '' : `&end=${track.at + Math.ceil(track.seconds)}`;
  const origin = encodeURIComponent(location.origin);
  frame.src = `${YOUTUBE}/embed/${encodeURIComponent(track.source)}?start=${track.at}${end}&autoplay=1&enablejsapi=1&origin=${origin}`;
  frame.allow = 'autoplay; encrypted-media; picture-in-picture; fullscreen';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.title = `YouTube: ${track.title}`;
  let now = track.at;
  let playing = true;
  let rate = 1;
  const send = (message: object) => frame.contentWindow?.postMessage(JSON.stringify(message), YOUTUBE);
  const command = (func: string, ...args: unknown[]) => send({ event: 'command', func, args });
  frame.addEventListener('load', () => {
    send({ event: 'listening', id: 'on-record' });
    if (rate !== 1) command('setPlaybackRate', rate);
  });
  addEventListener(
    'message',
    (event) => {
      if (event.origin !== YOUTUBE || event.source !== frame.contentWindow) return;
      const { state, time } = readMessage(event.data);
      if (time !== undefined) {
        now = time;
        events.onTime(time);
      }
      if (state === ENDED) events.onEnd();
      else if (state === PLAYING || state === PAUSED) {
        playing = state === PLAYING;
        events.onPlaying(playing);
      }
    },
    { signal: abort.signal },
  );
  screen.replaceChildren(frame);
  return {
    toggle: () => {
      playing = !playing;
      command(playing ? 'playVideo' : 'pauseVideo');
      events.onPlaying(playing);
    },
    move: (seconds) => command('seekTo', Math.max(0, now + seconds), true),
    speed: (next) => {
      rate = next;
      command('setPlaybackRate', rate);
    },
    close: () => {
      abort.abort();
      frame.remove();
    },
  };
}

/** The two things of interest in what the frame says; it may say anything. */
function readMessage(data: unknown): { state?: number; time?: number } {
  try {
    const { event, info } = JSON.parse(String(data)) as { event?: string; info?: unknown };
    if (event === 'onStateChange') return { state: Number(info) };
    if (event !== 'infoDelivery' || typeof info !== 'object' || info === null) return {};
    const { currentTime, playerState } = info as { currentTime?: number; playerState?: number };
    return {
      ...(typeof playerState === 'number' ? { state: playerState } : {}),
      ...(typeof currentTime === 'number' ? { time: currentTime } : {}),
    };
  } catch {
    return {};
  }
}
