import type { ThemedToken } from 'shiki';
import { bundledLanguages, createCssVariablesTheme, createHighlighter } from 'shiki';
import { escapeHtml } from '../wiki/text/plain.ts';
import { plainHighlight } from '../wiki/views/plain-highlight.ts';
import type { Highlight } from '../wiki/views/view-context.ts';

const theme = createCssVariablesTheme({ name: 'on-record', variablePrefix: '--code-', fontStyle: false });

/** Longer lines stay plain; nobody reads them, and grammars may take for ever. */
const MAX_LINE = 2000;

/** Marks tokens with classes (`tok-keyword`), so that the page needs no inline styles. Unknown languages stay plain. */
export async function createHighlight(languages: Iterable<string>): Promise<Highlight> {
  const known = [...new Set(languages)].filter((language) => language in bundledLanguages).sort();
  if (known.length === 0) return plainHighlight;
  const highlighter = await createHighlighter({ themes: [theme], langs: known });
  return (source, language) => {
    if (!known.includes(language)) return plainHighlight(source);
    const { tokens } = highlighter.codeToTokens(source.replace(/\n$/, ''), {
      lang: language as never,
      theme: 'on-record',
      // Shiki gives up on a line after half a second: on a busy machine the same code would look different.
      tokenizeTimeLimit: 0,
      tokenizeMaxLineLength: MAX_LINE,
    });
    return tokens.map((line) => `<span class="line">${line.map(tokenHtml).join('')}</span>`).join('\n');
  };
}

function tokenHtml(token: ThemedToken): string {
  const name = /--code-token-([a-z-]+)/.exec(token.color ?? '')?.[1];
  const text = escapeHtml(token.content);
  return name ? `<span class="tok-${name}">${text}</span>` : text;
}
