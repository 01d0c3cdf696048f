import { FILE_START } from '../diagnostics/diagnostic.ts';
import type { ParsedFile } from './parse-file.ts';
import type { SourceFile } from './source-file.ts';

/** Whether a file is code as well as text. */
export function isMdx(path: string): boolean {
  return path.endsWith('.mdx');
}

/** What an `.mdx` file comes to where MDX is switched off: a page that was not read, so that links to it are not at fault. */
export function refuseMdx(file: SourceFile, { nodes, broken }: ParsedFile): ParsedFile {
  return {
    nodes: [],
    broken: [
      ...broken,
      ...nodes.map(({ id, slug, title, aliases }) => ({ id, names: [slug, title, ...aliases], text: file.text })),
    ],
    diagnostics: [
      {
        code: 'mdx-switched-off',
        severity: 'error',
        file: file.path,
        span: FILE_START,
        message: 'this file is code, and `settings.yaml` says `mdx: false`',
        hint: 'name it `.md`; or, if you would run its author’s code, set `mdx: true`',
      },
    ],
  };
}
