import { escapeHtml } from '../text/plain.ts';

/** Numbered lines without colours: for languages nobody highlights. */
export function plainHighlight(source: string): string {
  return source
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `<span class="line">${escapeHtml(line)}</span>`)
    .join('\n');
}
