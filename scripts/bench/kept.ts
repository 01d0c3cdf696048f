import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

const below = (...names: string[]) => names.map((name) => join(ROOT, '.onrecord', name));

/** What is kept of content for the next build of it: what was read of files, results of evidence, search indexes, the map, what pages were made from, the site before. */
export const KEPT_OF_CONTENT = below('parsed', 'evidence', 'search', 'map', 'pages', 'spare');

/** What is kept of our own code, by whoever installs or else by the first build: compiled pages, compiled modules, the program in few files. */
export const KEPT_OF_CODE = below('templates', 'compiled', 'program');
