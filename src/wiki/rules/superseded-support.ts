import type { NodeId } from '../corpus/node.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

const resting = (status: string) =>
  `${claimYaml(`  status: ${status}\n`)}- id: therefore\n  by: ada\n  at: "3:00-4:00"\n  text: So the index is renewed every night.\n  type: rule\n  status: reviewed\n  about: [rag]\n  relations:\n    - kind: supports\n      claim: one/facts\n`;

export const supersededSupport = defineRule({
  code: 'superseded-support',
  severity: 'warning',
  explanation: `A claim is tied by \`supports\` or \`qualifies\` to one that is superseded: its speaker has said otherwise since, or a later claim takes its
place. Tie it to the later claim, or take the tie out.`,
  wrong: soundWith({ 'claims/one.yaml': resting('superseded') }),
  right: soundWith({ 'claims/one.yaml': resting('reviewed') }),
  reads: ['names', 'links', 'status'],
  *check(wiki) {
    /** By the claim in whose place it stands; the first where there are several. */
    const replacing = new Map<NodeId, NodeId>();
    for (const claim of wiki.ofKind('claim')) {
      for (const { type, label, target } of wiki.out(claim.id)) {
        if (type === 'relates' && label === 'supersedes' && !replacing.has(target)) replacing.set(target, claim.id);
      }
    }
    for (const claim of wiki.ofKind('claim')) {
      for (const edge of wiki.out(claim.id)) {
        if (edge.type !== 'relates' || (edge.label !== 'supports' && edge.label !== 'qualifies')) continue;
        const target = wiki.node(edge.target);
        const later = replacing.get(target.id);
        if (target.kind !== 'claim' || (target.data.status !== 'superseded' && later === undefined)) continue;
        if (later === claim.id) continue;
        yield {
          file: claim.file,
          span: edge.span(),
          message: `this rests on \`${target.slug}\`, which is superseded`,
          ...(later ? { hint: `the claim in its place is \`${wiki.node(later).slug}\`` } : {}),
          related: [{ file: target.file, span: target.span, message: 'superseded' }],
        };
      }
    }
  },
});
