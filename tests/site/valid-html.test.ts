import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../support/files.ts';
import { SITE_NAMES, testSite } from '../support/test-sites.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // All of it comes from this site.
      'require-sri': 'off',
      // A claim is the title of its page, cut at the end of a word.
      'long-title': 'off',
      // A wide table scrolls in a named region; inside `<pre>` and beside headings a `<section>` would be wrong.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // Any id without a space is valid; headings begin with digits.
      'valid-id': ['error', { relaxed: true }],
      // Forms here act at once, by script, and are sent nowhere; boxes of one question share a name.
      'wcag/h32': 'off',
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
      // How the source is laid out is nobody's concern.
      'no-trailing-whitespace': 'off',
    },
  }),
);

/** Pages of an archive from which on only every fifth claim is looked at: they are made alike. */
const MANY = 250;

describe.each(SITE_NAMES)('%s', (name) => {
  it('is valid HTML with unique ids', async () => {
    const { folder } = await testSite(name);
    const all = (await listFiles(folder)).filter((file) => file.endsWith('.html'));
    const files = all.filter((file, index) => all.length < MANY || !file.startsWith('claims/') || index % 5 === 0);
    const problems: string[] = [];
    for (const file of files) {
      const report = await validator.validateString(await readFile(join(folder, file), 'utf8'), file);
      for (const { messages } of report.results) {
        problems.push(
          ...messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
        );
      }
    }
    expect(problems).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });
});
