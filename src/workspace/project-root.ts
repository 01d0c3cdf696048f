import { join, resolve } from 'node:path';

/** Root of this project, where Astro's configuration and the pages are. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');

/** Where Node keeps what it has compiled, apart by version and content. */
export const COMPILED = join(PROJECT_ROOT, '.onrecord', 'compiled');
