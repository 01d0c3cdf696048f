import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';
import { PROJECT_ROOT } from './project-root.ts';

/** SHA-1 in base64url: 27 characters. It tells edits apart, not forgeries. */
export const digestOf = (text: string | Uint8Array) => hash('sha1', text, 'base64url');

/** Code that decides what is read of a file, noted of its pages and found in transcripts; and how that is kept. */
const MODEL = [
  ...['text', 'diagnostics', 'kinds', 'corpus', 'graph', 'importers', 'evidence', 'rules'].map(
    (name) => `wiki/${name}`,
  ),
  'workspace/parsed',
];

const MAP_FILES = join(PROJECT_ROOT, 'src/workspace/map-files.ts');

/** Set where the program runs from few files: see `program/bundle-program.ts`. */
declare const BUNDLED_MODEL_DIGEST: string | undefined;
declare const BUNDLED_VIEWS_DIGEST: string | undefined;

let ofModel = typeof BUNDLED_MODEL_DIGEST === 'undefined' ? undefined : BUNDLED_MODEL_DIGEST;
let ofViews = typeof BUNDLED_VIEWS_DIGEST === 'undefined' ? undefined : BUNDLED_VIEWS_DIGEST;

/**
 * Digest of that code, and of all packages: what one made is nothing to code that differs. Where it cannot be told,
 * because no lock says which packages there are, every process has a digest of its own.
 */
export function modelDigest(): string {
  ofModel ??= digestOf([process.version, lockOfPackages(), ...MODEL.flatMap(sourcesIn)].join('\n'));
  return ofModel;
}

/** The same, with the code that makes views and the map's files of it. */
export function viewsDigest(): string {
  ofViews ??= digestOf([modelDigest(), ...sourcesIn('wiki/views'), readFileSync(MAP_FILES, 'utf8')].join('\n'));
  return ofViews;
}

function sourcesIn(name: string): string[] {
  const folder = join(PROJECT_ROOT, 'src', name);
  const files = listFiles(folder, (file) => file.endsWith('.ts'));
  return files.flatMap((file) => [`${name}/${file}`, readFileSync(join(folder, file), 'utf8')]);
}

function lockOfPackages(): string {
  try {
    return readFileSync(join(PROJECT_ROOT, 'package-lock.json'), 'utf8');
  } catch {
    return randomUUID();
  }
}
