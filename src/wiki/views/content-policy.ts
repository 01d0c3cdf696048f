import type { WikiGraph } from '../graph/wiki-graph.ts';

/** What a page may load, as a policy of its own. `search` is the page on which readers may connect a language model of theirs. */
export type PolicyScope = 'page' | 'search';

/** SHA-256 of the two scripts that stand in the pages themselves: `browser/early-theme.js`, and `speculation-rules.ts`, which runs nothing. */
const INLINE = [
  "'sha256-bvaj9N6g0LW1pl1rS00HArvxiMe07ac2j8vQRXq9CgY='",
  "'sha256-u8ctlKq3yIp2HwgfuBFb0Yb5+gPUVKf9Z8M6XoymNN8='",
];

/** Where YouTube shows films without following their watchers before they press play. */
const YOUTUBE = 'https://www.youtube-nocookie.com';

/**
 * The Content Security Policy (level 3, https://www.w3.org/TR/CSP3/) of the pages: our own files and nothing else, no code written into
 * a page but what is known by its hash, and what playing needs only where the archive has it. Recordings come from any host that has
 * https, because podcast hosts send players on to others. `wasm-unsafe-eval` lets search run; it does not let text become code. No string of
 * a script becomes code or markup either (Trusted Types, https://www.w3.org/TR/trusted-types/), but for the address of search's worker
 * (`start-text-worker.ts`).
 */
export function contentPolicy(graph: WikiGraph, scope: PolicyScope): string {
  const media = graph.ofKind('episode').flatMap((episode) => episode.data.media ?? []);
  const frames = media.some((medium) => medium.youtube !== undefined);
  const files = media.flatMap(({ audio, video }) => [audio, video].filter((url) => url !== undefined));
  const schemes = ['https:', ...(files.some((url) => url.startsWith('http:')) ? ['http:'] : [])];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...INLINE, "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(scope === 'search' ? ['https:', 'http:'] : [])],
    'worker-src': ["'self'"],
    'media-src': ["'self'", ...(files.length > 0 ? schemes : [])],
    'frame-src': frames ? [YOUTUBE] : ["'none'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['search-worker'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
