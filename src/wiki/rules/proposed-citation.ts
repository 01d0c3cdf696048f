import { isPublished } from '../graph/published-graph.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

export const proposedCitation = defineRule({
  code: 'proposed-citation',
  severity: 'error',
  explanation: `A page cites or collects a claim that is only proposed: read off a transcript once, by a program or a person, and by nobody since (a claim
that does not say its \`status\` is proposed too). Proposed claims are no evidence. Nothing of them is shown, so the citation would lead nowhere and the
statement would stand alone. Have somebody else hold the claim against the recording and say \`status: reviewed\`, or take the citation out.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('  status: proposed\n') }),
  right: soundWith({ 'claims/one.yaml': claimYaml('') }),
  reads: ['names', 'links', 'status'],
  *check(wiki) {
    for (const node of wiki.nodes) {
      if (isPublished(node)) continue;
      for (const edge of wiki.in(node.id)) {
        const source = wiki.node(edge.source);
        // What claims say of each other waits until both are there.
        if (source.kind === node.kind) continue;
        yield {
          file: source.file,
          span: edge.span(),
          message: `\`${node.slug}\` is only proposed: nothing may rest on it yet`,
          hint: 'review it (`onrecord review`), or take this out',
          related: [{ file: node.file, span: node.span, message: 'proposed here' }],
        };
      }
    }
  },
});
