import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Everything our commands keep for the next time: compiled templates, what was read of files, compiled code. */
export const KEPT = ['templates', 'parsed', 'compiled', 'evidence', 'search'].map((name) =>
  join(ROOT, '.onrecord', name),
);
