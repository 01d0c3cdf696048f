import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';
import { proseProblems } from './prose-problems.ts';

export const rawHtml = defineRule({
  code: 'raw-html',
  severity: 'warning',
  explanation: `HTML in content is shown as the text it is, never run: content may come from strangers. Use Markdown instead.
Comments (\`<!-- … -->\`) are left out of the page.`,
  wrong: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nWhat <b>it</b> costs.\n' }),
  right: soundWith({ 'criteria/cost.md': '---\ntitle: Cost\n---\nWhat **it** costs.\n' }),
  reads: ['problems'],
  *check(wiki) {
    let last: { file: string; line: number } | undefined;
    for (const finding of proseProblems(wiki, 'html', (written) => ({
      message: written.startsWith('<!--')
        ? ''
        : `\`${(written.split('\n')[0] as string).slice(0, 40)}\` is shown as text`,
      hint: 'write it in Markdown, or put it in a code span',
    }))) {
      // An element has two tags; one message a line says enough.
      const line = finding.span.start.line;
      if (finding.message === '' || (last?.file === finding.file && last.line === line)) continue;
      last = { file: finding.file, line };
      yield finding;
    }
  },
});
