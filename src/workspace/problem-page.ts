import type { Diagnostic } from '../wiki/diagnostics/diagnostic.ts';
import { formatText } from '../wiki/diagnostics/format-text.ts';
import { escapeHtml } from '../wiki/text/plain.ts';

/** Shown in place of a page that cannot be made. Loads the dev client, so that it goes away when the file is mended. */
export function problemPage(problems: readonly Diagnostic[], source: (file: string) => string | undefined): string {
  const texts = problems.map((problem) => formatText(problem, source(problem.file)));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>This page cannot be made</title><script type="module" src="/@vite/client"></script>
<style>body{margin:3rem auto;max-width:60rem;padding:0 1.25rem;font:1rem/1.5 system-ui;color-scheme:light dark}pre{overflow:auto;padding:1rem;border-top:2px solid #b3261e;font:.875rem/1.5 ui-monospace,monospace}</style></head>
<body><h1>This page cannot be made</h1><p>Mend the file; the page comes back by itself.</p>
${texts.map((text) => `<pre>${escapeHtml(text)}</pre>`).join('\n')}
</body></html>`;
}
