import { join, resolve } from 'node:path';

/** Set where the program runs from few files: see `program/bundle-program.ts`. */
declare const BUNDLED_ROOT: string | undefined;

/** Root of this project, where Astro's configuration and the pages are. */
export const PROJECT_ROOT =
  typeof BUNDLED_ROOT === 'undefined' ? resolve(import.meta.dirname, '../..') : resolve(BUNDLED_ROOT);

/** Where Node keeps what it has compiled, apart by version and content. */
export const COMPILED = join(PROJECT_ROOT, '.onrecord', 'compiled');
