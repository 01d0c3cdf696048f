import { playStart } from '../wiki/views/contracts/play-start.ts';

/** A stretch to play. */
export interface Track {
  medium: 'youtube' | 'audio' | 'video';
  /** YouTube id or address of the file. */
  source: string;
  /** Second at which it starts. */
  at: number;
  /** How long it plays; absent: until it ends. */
  seconds: number | undefined;
  title: string;
  /** Where it starts, in words. */
  start: string;
  /** Timecodes that light up while it plays. */
  marks: Element[];
}

/**
 * What a link to a second plays: an address on YouTube or a file with a time behind `#`. A `.play` link names the second
 * to start at; any other names the claim, which starts at the question before it (`data-asked`) or a little early.
 */
export function trackOf(link: HTMLAnchorElement): Track | undefined {
  const item = link.closest<HTMLElement>('li');
  const seconds = item?.dataset.for ? Number(item.dataset.for) : undefined;
  const asked = item?.dataset.asked ? Number(item.dataset.asked) : undefined;
  const who = item?.querySelector('.who, a:not(.tc)')?.textContent?.trim() ?? '';
  const rest = { seconds, title: who || document.title, marks: link.matches('.tc') ? [link] : [] };
  const starts = (second: number) => {
    const at = Math.floor(second);
    if (link.matches('.play')) return { at, start: link.dataset.start ?? '' };
    const { lead, words } = playStart(at, asked);
    return { at: Math.max(0, at - lead), start: words };
  };
  const address = new URL(link.href);
  if (address.hostname === 'www.youtube.com') {
    const source = address.searchParams.get('v') ?? '';
    const time = Number.parseInt(address.searchParams.get('t') ?? '0', 10);
    return { medium: 'youtube', source, ...starts(time), ...rest };
  }
  const time = /^#t=([\d.]+)/.exec(address.hash);
  if (!time) return undefined;
  address.hash = '';
  const medium = /\.(?:mp4|webm|mov|m4v)$/i.test(address.pathname) ? 'video' : 'audio';
  return { medium, source: address.href, ...starts(Number(time[1])), ...rest };
}
