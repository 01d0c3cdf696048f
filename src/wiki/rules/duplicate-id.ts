import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

export const duplicateId = defineRule({
  code: 'duplicate-id',
  severity: 'error',
  explanation: `Two pages would have the same address: two claims of an episode with one \`id\`, or \`x.md\` beside \`x.mdx\`.`,
  wrong: soundWith({ 'claims/one.yaml': `${claimYaml('')}${claimYaml('')}` }),
  right: soundWith({ 'claims/one.yaml': `${claimYaml('')}${claimYaml('').replace('id: facts', 'id: more-facts')}` }),
});
