import type { Files } from '../../src/wiki/rules/define-rule.ts';

/** One entry of a claims file; `rest` holds lines of YAML, separated by `; `. */
export const claim = (id: string, by: string, at: string, rest: string) =>
  `- id: ${id}\n  by: ${by}\n  at: "${at}"\n  text: Says ${id}.\n  type: rule\n  status: reviewed\n${rest
    .split('; ')
    .map((line) => `  ${line}\n`)
    .join('')}`;

/** A choice between three ways to heat a house, on two episodes. */
export const HEAT: Files = {
  'guests/ada.md': '---\ntitle: Ada Berg\nlens: The bill\nroles:\n  - { role: Plumber, since: 2019 }\n---\n',
  'guests/bob.md': '---\ntitle: Bob Cole\n---\n',
  'criteria/cost.md': '---\ntitle: Cost\nquestion: What does it cost?\n---\n',
  'criteria/noise.md': '---\ntitle: Noise\n---\n',
  'concepts/heat-pump.md': '---\ntitle: Heat pump\n---\n',
  'concepts/gas.md': '---\ntitle: Gas boiler\n---\n',
  'concepts/wood.md': '---\ntitle: Wood stove\n---\n',
  'concepts/chimney.md': '---\ntitle: Chimney\n---\n',
  'positions/gas-must-go.md': '---\ntitle: Gas must go.\nabout: [gas]\n---\n',
  'positions/pumps-suit-old-houses.md': '---\ntitle: Pumps suit old houses.\n---\n',
  'episodes/first.md':
    '---\ntitle: First\ndate: 2021-03-01\nguests: [ada, bob]\nmedia: [{ youtube: abcdefghijk }]\n---\n',
  'episodes/second.md':
    '---\ntitle: Second\ndate: 2024-03-01\nguests: [ada]\nmedia: [{ audio: "https://a.example/b.mp3" }]\n---\n',
  'claims/first.yaml': [
    claim(
      'pump-pays',
      'ada',
      '1:00-1:40',
      'about: [heat-pump]; criterion: cost; option: heat-pump; takes: { gas-must-go: supports }',
    ),
    claim(
      'gas-cheap',
      'bob',
      '2:00-2:30',
      'about: [gas]; criterion: cost; option: gas; takes: { gas-must-go: opposes, pumps-suit-old-houses: opposes }; conditions: [a flat in town]',
    ),
    claim('gas-fast', 'bob', '3:00', 'about: [gas, heat-pump]; criterion: cost; option: gas'),
    claim('chimney-drafts', 'ada', '4:00', 'about: [chimney, wood]'),
    claim('chimney-sweeps', 'ada', '5:00', 'about: [chimney, wood]'),
  ].join(''),
  'claims/second.yaml': claim(
    'old-house',
    'ada',
    '9:00-9:20',
    'about: [heat-pump]; takes: { pumps-suit-old-houses: supports }; conditions: [a farm]; relations: [{ kind: supersedes, claim: first/pump-pays }]',
  ),
  'comparisons/heat.md': `---
title: Heat pump vs gas vs wood
options: [heat-pump, gas, wood]
answer: Pump [[claim:first/pump-pays]].
cells:
  - { criterion: cost, option: heat-pump, verdict: strong, text: "Pays [[claim:first/pump-pays]]." }
  - { criterion: cost, option: gas, verdict: weak, text: "Cheap [[claim:first/gas-cheap]]." }
  - { criterion: cost, option: wood, verdict: partial, text: Nobody knows. }
differences:
  - { guest: bob, text: "He likes gas [[claim:first/gas-cheap]]." }
guide:
  - question: Is money short?
    answers:
      - { answer: Yes, weighs: { cost: 3 } }
      - { answer: No, weighs: { cost: -1 } }
explanation: { claim: first/pump-pays, why: Short. }
faq:
  - { question: Why?, answer: "Because [[claim:first/pump-pays]]." }
---
`,
};
