import { explainRule } from '../exports/explain-rule.ts';
import { findRule, rules } from '../wiki/rules/index.ts';
import { suggest } from '../wiki/text/suggest.ts';
import { defineCommand, UsageError } from './define-command.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'Says what a diagnostic means, with a wrong and a right example.',
  arguments: '[CODE]',
  options: {},
  details: 'Without a code it lists them all.',
  async run({ positionals }) {
    const [code] = positionals;
    if (code === undefined) {
      for (const rule of rules)
        console.log(`${rule.code.padEnd(26)} ${rule.severity.padEnd(8)} ${rule.explanation.split(/[.:](\s|$)/)[0]}.`);
      return 0;
    }
    const rule = findRule(code);
    if (!rule) {
      const near = suggest(
        code,
        rules.map((known) => known.code),
      );
      throw new UsageError(`no diagnostic has the code \`${code}\`${near ? `; did you mean \`${near}\`?` : ''}`);
    }
    console.log(explainRule(rule));
    return 0;
  },
});
