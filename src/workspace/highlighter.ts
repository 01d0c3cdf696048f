import type { ThemedToken } from 'shiki';
import { escapeHtml } from '../wiki/text/plain.ts';
import { plainHighlight } from '../wiki/views/plain-highlight.ts';
import type { Highlight } from '../wiki/views/view-context.ts';

/** Longer lines stay plain; nobody reads them, and grammars may take for ever. */
const MAX_LINE = 2000;

/** Marks tokens with classes (`tok-keyword`), so that the page needs no inline styles. Unknown languages stay plain. */
export async function createHighlight(languages: Iterable<string>): Promise<Highlight> {
  const wanted = [...new Set(languages)];
  if (wanted.length === 0) return plainHighlight;
  // Loaded when needed: it is large, and many archives have no code.
  const { bundledLanguages, createCssVariablesTheme, createHighlighter } = await import('shiki');
  const theme = createCssVariablesTheme({ name: 'on-record', variablePrefix: '--code-', fontStyle: false });
  const known = wanted.filter((language) => language in bundledLanguages).sort();
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

/** Thrown where code is to be marked by a highlighter that is not loaded yet: who catches it loads, and asks again. */
export class NotLoadedError extends Error {
  readonly load: () => Promise<void>;

  constructor(load: () => Promise<void>) {
    super('the highlighter is not loaded yet');
    this.load = load;
  }
}

/** The same for who may not need it: throws `NotLoadedError` until it has been loaded. */
export function lateHighlight(languages: Iterable<string>): { highlight: Highlight; load(): Promise<void> } {
  let made: Highlight | undefined;
  const load = async () => {
    made ??= await createHighlight(languages);
  };
  const highlight: Highlight = (source, language) => {
    if (!made) throw new NotLoadedError(load);
    return made(source, language);
  };
  return { highlight, load };
}

function tokenHtml(token: ThemedToken): string {
  const name = /--code-token-([a-z-]+)/.exec(token.color ?? '')?.[1];
  const text = escapeHtml(token.content);
  return name ? `<span class="tok-${name}">${text}</span>` : text;
}
