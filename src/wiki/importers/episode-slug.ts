import { slugify } from '../text/slug.ts';

/** The episode a file is about, by its name: `talks/My Talk.en.vtt` → `my-talk`. Empty where the name gives no address. */
export function episodeSlug(path: string): string {
  return slugify(path.replace(/^.*\//, '').replace(/(?:\.[a-z]{2})?\.[^.]*$/i, ''));
}
