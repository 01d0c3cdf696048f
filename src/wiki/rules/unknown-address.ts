import { siteAddresses, whereTo } from '../graph/site-addresses.ts';
import { kindByFolder } from '../kinds/index.ts';
import { suggest } from '../text/suggest.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unknownAddress = defineRule({
  code: 'unknown-address',
  severity: 'error',
  explanation: `A Markdown link such as \`[text](/concepts/rag/)\` names an address in a folder of this wiki, and no page is there. Addresses are written
without the base path: it is put in front when the site is built. \`[[rag]]\` is shorter, follows the page when it is renamed, and counts as a link
in every list of what leads where.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [looking up](/concepts/rags/).\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nSee [looking up](/concepts/rag/).\n' }),
  reads: ['names', 'links', 'status', 'addresses'],
  *check(wiki) {
    for (const node of wiki.nodes) {
      for (const { addresses } of node.proses) {
        for (const address of addresses) {
          const known = siteAddresses(wiki);
          const path = whereTo(node, address.url);
          if (path === undefined || known.has(path)) continue;
          const folder = path.slice(0, path.indexOf('/'));
          const kind = kindByFolder.get(folder);
          if (!kind || wiki.isUnsettled(`${kind.name}:${path.slice(folder.length + 1, -1)}`)) continue;
          const near = suggest(
            path,
            [...known].filter((one) => one.startsWith(`${folder}/`)),
          );
          yield {
            file: node.file,
            span: address.span,
            message: `no page is at \`/${path}\``,
            hint: near ? `did you mean \`/${near}\`?` : 'link to a page with `[[name]]`',
          };
        }
      }
    }
  },
});
