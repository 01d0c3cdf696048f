// Installs what is missing. Runs under any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Whether what is installed is what the lock file says. npm keeps its own copy of the lock beside the packages. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden) || !existsSync(pinnedNode())) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || there[path]?.version === entry.version,
  );
}

/** The Node this project is pinned to; it runs TypeScript as it is. */
export function pinnedNode() {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * What the pinned Node is told to run: the command line. Megabytes for what lives for a moment, of which a large archive makes much:
 * with Node's own 16 it is copied about more.
 */
export const program = ['--max-semi-space-size=32', join(root, 'src/cli/run.mjs')];

export function installMissing() {
  if (isInstalled()) return;
  console.error('Installing what is missing …');
  // Not `npm ci`: it insists on packages for other platforms that not every registry carries.
  npm('install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts');
  // Packages run code of theirs only where package.json says so; not every npm reads that list by itself.
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  npm('rebuild', ...Object.keys(allowScripts).filter((name) => allowScripts[name]));
}

function npm(...words) {
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...words, '--loglevel=error']);
}

/** Runs a program in the project's folder and ends with its exit code if it fails. */
export function run(program, words, options = {}) {
  const path = [join(root, 'node_modules/.bin'), join(root, 'node_modules/node/bin'), process.env.PATH].join(
    process.platform === 'win32' ? ';' : ':',
  );
  const { status, signal, error } = spawnSync(program, words, {
    cwd: root,
    stdio: 'inherit',
    // What was compiled stays compiled, from the first module on.
    env: { NODE_COMPILE_CACHE: join(root, '.onrecord/compiled'), ...process.env, PATH: path },
    ...options,
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}
