import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

export const wrongValue = defineRule({
  code: 'wrong-value',
  severity: 'error',
  explanation: `The key is right, its value is not: a number where text belongs, a word outside the list of allowed ones, a time
that is no time. Times are \`41:36\` or \`1:02:03\`, ranges \`26:30-31:38\`, dates \`2023-07-29\`.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('  status: resolved\n') }),
  right: soundWith({ 'claims/one.yaml': claimYaml('  status: reviewed\n') }),
});
