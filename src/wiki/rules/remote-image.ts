import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const remoteImage = defineRule({
  code: 'remote-image',
  severity: 'warning',
  explanation: `A picture from another host would tell that host who reads the page. It is shown as a link. Put the file in
\`public/\` and address it from the root of the site: \`![Alt text](/pictures/map.png)\`.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\n![Chart](https://example.org/a.png)\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\n![Chart](/a.png)\n' }),
  reads: ['problems'],
  check: (wiki) =>
    proseProblems(wiki, 'remote-image', (written) => ({
      message: `the picture \`${written.slice(0, 60)}\` is on another host`,
      hint: 'keep a copy in `public/`',
    })),
});
