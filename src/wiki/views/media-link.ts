import type { DataOf } from '../kinds/index.ts';
import type { Seconds } from '../text/timestamp.ts';

type Medium = NonNullable<DataOf<'episode'>['media']>[number];

/** One way to hear a second of an episode. */
export interface MediaLink {
  medium: 'youtube' | 'audio' | 'video';
  /** Address that opens at the second, in the medium's own form. */
  href: string;
  /** Second in this medium. */
  at: number;
  /** YouTube id or file address, for a player. */
  source: string;
}

/** Media of an episode, the reference timeline first. */
function inOrder(media: readonly Medium[]): Medium[] {
  return [...media.filter((medium) => medium.reference), ...media.filter((medium) => !medium.reference)];
}

/**
 * Links that land on a second of the reference timeline in each medium: `&t=2496s` on YouTube, a media fragment
 * (W3C Media Fragments URI 1.0, `#t=2496`) for files. Offsets are added; nothing starts before zero.
 */
export function mediaLinks(media: readonly Medium[] | undefined, seconds: Seconds | number): MediaLink[] {
  return inOrder(media ?? []).flatMap((medium, index): MediaLink[] => {
    const at = Math.max(0, seconds + (index === 0 ? 0 : (medium.offset ?? 0)));
    if (medium.youtube !== undefined) {
      const href = `https://www.youtube.com/watch?v=${medium.youtube}&t=${Math.floor(at)}s`;
      return [{ medium: 'youtube', href, at, source: medium.youtube }];
    }
    const kind = medium.audio !== undefined ? 'audio' : 'video';
    const file = medium.audio ?? medium.video;
    if (file === undefined) return [];
    return [{ medium: kind, href: `${file.split('#')[0]}#t=${at}`, at, source: file }];
  });
}
