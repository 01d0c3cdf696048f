/**
 * What a browser may fetch before a link is followed (https://html.spec.whatwg.org/multipage/speculative-loading.html), as the text of a
 * `<script type="speculationrules">`: the page of this host behind a link that the reader points at for a moment or presses. It is fetched, not
 * run, so that no map is drawn and no recording starts. A browser keeps two at most, and fetches none for who saves data, energy or memory.
 * Files and links within the page are left alone. The same text on every site, because the policy knows it by its hash.
 */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: '/*.*' } },
          { not: { selector_matches: '[href^="#"], [download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
