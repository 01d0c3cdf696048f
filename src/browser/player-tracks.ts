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
  /** Timecodes that light up while it plays. */
  marks: Element[];
}

/** What a link to a second plays: an address on YouTube or a file with a time behind `#`. */
export function trackOf(link: HTMLAnchorElement, lead: number): Track | undefined {
  const item = link.closest<HTMLElement>('li');
  const seconds = item?.dataset.for ? Number(item.dataset.for) : undefined;
  const who = item?.querySelector('.who, a:not(.tc)')?.textContent?.trim() ?? '';
  const rest = { seconds, title: who || document.title, marks: link.matches('.tc') ? [link] : [] };
  const address = new URL(link.href);
  const early = (at: number) => Math.max(0, Math.floor(at) - lead);
  if (address.hostname === 'www.youtube.com') {
    const source = address.searchParams.get('v') ?? '';
    return { medium: 'youtube', source, at: early(Number.parseInt(address.searchParams.get('t') ?? '0', 10)), ...rest };
  }
  const time = /^#t=([\d.]+)/.exec(address.hash);
  if (!time) return undefined;
  const at = early(Number(time[1]));
  address.hash = '';
  const medium = /\.(?:mp4|webm|mov|m4v)$/i.test(address.pathname) ? 'video' : 'audio';
  return { medium, source: address.href, at, ...rest };
}
