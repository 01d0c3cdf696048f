import { join } from 'node:path';
import { PROJECT_ROOT } from '../project-root.ts';

/** Set where the program runs from few files: see `bundle-program.ts`. */
declare const BUNDLED_ROOT: string | undefined;

/** Parts of the program that run in a thread or a process of their own; paths of their sources. */
export const PARTS = {
  onrecord: 'src/cli/onrecord.ts',
  'page-thread': 'src/workspace/threads/page-thread.ts',
  'search-indexer': 'src/workspace/search-indexer.ts',
  'take-over-thread': 'src/workspace/rebuild/take-over-thread.ts',
} as const;

/** The file to start for a part: beside this one where the program runs from few files, else its source. */
export function programFile(part: keyof typeof PARTS): string {
  return typeof BUNDLED_ROOT === 'undefined'
    ? join(PROJECT_ROOT, PARTS[part])
    : join(import.meta.dirname, `${part}.js`);
}
