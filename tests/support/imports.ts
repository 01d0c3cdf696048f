import { posix } from 'node:path';

/** One import as written: the file, its line, and what it asks for. */
export interface Import {
  file: string;
  line: number;
  /** `wiki/text/slug.ts` for a file of ours, else the name of a package. */
  target: string;
}

const IMPORT =
  /(?:^|[;\n{}])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?(['"])([^'"\n]+)\1|\bimport\(\s*(['"])([^'"\n]+)\3/g;

/** Every import of a source, relative ones from the root of `src`. In `.astro` files: front matter and scripts. */
export function importsOf(file: string, source: string): Import[] {
  return codeOf(file, source).flatMap(({ start, code }) =>
    [...withoutComments(code).matchAll(IMPORT)].map((match) => {
      const specifier = (match[2] ?? match[4]) as string;
      const at = start + match.index + match[0].lastIndexOf(specifier);
      const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
      return { file, line: source.slice(0, at).split('\n').length, target };
    }),
  );
}

function codeOf(file: string, source: string): { start: number; code: string }[] {
  if (!file.endsWith('.astro')) return [{ start: 0, code: source }];
  const parts = [...source.matchAll(/^---\n([\s\S]*?)^---$|<script\b[^>]*>([\s\S]*?)<\/script>/gm)];
  return parts.map((part) => {
    const code = (part[1] ?? part[2]) as string;
    return { start: part.index + part[0].indexOf(code), code };
  });
}

/** Comments become blanks, so that places stay. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}
