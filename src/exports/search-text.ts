import { segmentText } from '../wiki/text/segment-text.ts';

/** Text as it is indexed: without control characters, and with gaps between the words of scripts that write none. */
export function searchText(text: string): string {
  return segmentText(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
}
