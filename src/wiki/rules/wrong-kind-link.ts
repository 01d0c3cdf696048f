import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

export const wrongKindLink = defineRule({
  code: 'wrong-kind-link',
  severity: 'error',
  explanation: `The name exists, but for another kind of page than the one wanted here: \`by\` wants a guest, \`about\` a concept.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('  option: cost\n') }),
  right: soundWith({ 'claims/one.yaml': claimYaml('  option: rag\n') }),
});
