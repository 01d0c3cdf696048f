import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const claimsWithoutEpisode = defineRule({
  code: 'claims-without-episode',
  severity: 'error',
  explanation: `The claims of an episode stand in \`claims/<episode>.yaml\`, named like the episode's own file.`,
  wrong: soundWith({
    'claims/two.yaml':
      '- id: more\n  by: ada\n  at: "3:00"\n  text: More is said.\n  type: rule\n  status: reviewed\n  about: [rag]\n',
  }),
  right: soundWith({
    'episodes/two.md': '---\ntitle: Episode two\nguests: [ada]\n---\n',
    'claims/two.yaml':
      '- id: more\n  by: ada\n  at: "3:00"\n  text: More is said.\n  type: rule\n  status: reviewed\n  about: [rag]\n',
  }),
});
