import { headingAnchor } from '../corpus/heading-anchor.ts';
import { suggest } from '../text/suggest.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const unknownHeading = defineRule({
  code: 'unknown-heading',
  severity: 'error',
  explanation: `\`[[page#heading]]\` leads to a heading in the page's own text. The page is there, the heading is not.`,
  wrong: soundWith({
    'concepts/rag.md': '---\ntitle: RAG\n---\n## Pitfalls\n\nOld chunks [[claim:one/facts]].\n',
    'criteria/cost.md': '---\ntitle: Cost\n---\nSee [[rag#pitfall]].\n',
  }),
  right: soundWith({
    'concepts/rag.md': '---\ntitle: RAG\n---\n## Pitfalls\n\nOld chunks [[claim:one/facts]].\n',
    'criteria/cost.md': '---\ntitle: Cost\n---\nSee [[rag#pitfalls]].\n',
  }),
  reads: ['names', 'links', 'headings'],
  *check(wiki) {
    for (const node of wiki.nodes) {
      for (const edge of wiki.out(node.id)) {
        const heading = edge.prose?.heading;
        if (heading === undefined) continue;
        const target = wiki.node(edge.target);
        const anchors = target.proses[0]?.headings.map((known) => known.anchor) ?? [];
        if (anchors.includes(headingAnchor(heading))) continue;
        const near = suggest(headingAnchor(heading), anchors);
        yield {
          file: node.file,
          span: edge.span(),
          message: `\`${target.slug}\` has no heading \`${heading}\``,
          hint: near
            ? `did you mean \`#${near}\`?`
            : anchors.length > 0
              ? `its headings: ${anchors.join(', ')}`
              : 'link to the page without a heading',
        };
      }
    }
  },
});
