import { siteAddresses, whereTo } from '../graph/site-addresses.ts';
import { kindByFolder } from '../kinds/index.ts';
import { suggest } from '../text/suggest.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unknownPlace = defineRule({
  code: 'unknown-place',
  severity: 'warning',
  explanation: `A Markdown link such as \`[text](/nowhere/)\` leads to a place in this site that is no page of the wiki. It may be a page or a file somebody
added beside it; then all is well. Else readers meet an error there.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [looking up](/nowhere/).\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [looking up](/concepts/rag/).\n' }),
  reads: ['names', 'links', 'status', 'addresses'],
  *check(wiki) {
    for (const node of wiki.nodes) {
      for (const { addresses } of node.proses) {
        for (const address of addresses) {
          const known = siteAddresses(wiki);
          const path = whereTo(node, address.url);
          if (path === undefined || known.has(path) || kindByFolder.has(path.slice(0, path.indexOf('/')))) continue;
          // Files that lie beside the pages are nobody's pages.
          if (/\.[a-z0-9]+\/$/i.test(path)) continue;
          const near = suggest(path, known);
          yield {
            file: node.file,
            span: address.span,
            message: `no page of the wiki is at \`/${path}\``,
            hint: near
              ? `did you mean \`/${near}\`?`
              : 'link to a page with `[[name]]`, unless you added one there yourself',
          };
        }
      }
    }
  },
});
