import type { Claim } from './world.ts';
import { flowList, folded, quotedTime } from './yaml-text.ts';

export function writeClaims(claims: readonly Claim[]): string {
  return claims.map(writeClaim).join('\n');
}

function writeClaim(claim: Claim): string {
  const lines: (string | undefined)[] = [
    `- id: ${claim.id}`,
    `  by: ${claim.by.slug}`,
    `  at: ${quotedTime(claim.start, claim.end)}`,
    `  text: ${folded(claim.text, '    ')}`,
    `  type: ${claim.type}`,
    `  about: ${flowList(claim.about.map((concept) => concept.slug))}`,
    claim.criterion && `  criterion: ${claim.criterion.slug}`,
    claim.option && `  option: ${claim.option.slug}`,
    claim.condition && `  conditions: ${flowList([claim.condition])}`,
    claim.takes && `  takes:\n    ${claim.takes.position.slug}: ${claim.takes.stance}`,
    claim.relation && `  relations:\n    - kind: ${claim.relation.kind}\n      claim: ${claim.relation.claim.ref}`,
    `  status: ${claim.status}`,
    '  provenance: { method: agent, note: generated }',
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}
