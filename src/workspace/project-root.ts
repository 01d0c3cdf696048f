import { resolve } from 'node:path';

/** Root of this project, where Astro's configuration and the pages are. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..');
