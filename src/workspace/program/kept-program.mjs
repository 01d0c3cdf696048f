// Looked at before anything else is loaded, so it is JavaScript: for TypeScript Node would load a compiler first.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The program in few files, as `bundle-program.ts` has left it.
 * @typedef {object} KeptProgram
 * @property {string} key Stands for what it was made of; the name of its folder.
 * @property {string[]} sources Files it was made of, below the project's folder.
 * @property {[name: string, digest: string][]} files What lies in its folder.
 */

/** Where programs are kept: a folder for each, and which one was made last. */
export const PROGRAMS = '.onrecord/program';
export const NEWEST = 'newest.json';

/** @type {(text: string) => string} */
export const digestOf = (text) => hash('sha1', text, 'base64url');

/** As text: a buffer each would be memory to clear up. @type {(path: string) => string} */
const read = (path) => readFileSync(path, 'utf8');

/**
 * Stands for the sources, the packages, this Node and this folder.
 * @param {string} root
 * @param {readonly string[]} sources
 */
export function programKey(root, sources) {
  const texts = ['package-lock.json', ...sources].map((path) => read(join(root, path)));
  const head = [process.version, process.arch, root, sources, texts.map(({ length }) => length)];
  return hash('sha1', JSON.stringify(head) + texts.join(''), 'hex');
}

/**
 * Folder of the kept program, where it is whole and still what the sources say.
 * @param {string} root
 * @returns {string | undefined}
 */
export function keptProgram(root) {
  try {
    const programs = join(root, PROGRAMS);
    /** @type {KeptProgram} */
    const { key, sources, files } = JSON.parse(read(join(programs, NEWEST)));
    if (programKey(root, sources) !== key) return undefined;
    const folder = join(programs, key);
    if (files.some(([name, digest]) => digestOf(read(join(folder, name))) !== digest)) return undefined;
    return folder;
  } catch {
    return undefined;
  }
}
