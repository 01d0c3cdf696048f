import { slug } from 'github-slugger';

/** The fragment a heading's text becomes, as GitHub makes it. */
export function headingAnchor(text: string): string {
  return slug(text);
}
