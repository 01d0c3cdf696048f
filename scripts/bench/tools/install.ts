import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Packages {
  dependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

/** A project of its own for a tool, so that none of them is a dependency of ours. Installs only when the versions changed. */
export async function install(folder: string, packages: Packages): Promise<void> {
  const manifest = `${JSON.stringify({ private: true, type: 'module', ...packages }, null, 2)}\n`;
  const marker = join(folder, 'node_modules', '.installed.json');
  if ((await readFile(marker, 'utf8').catch(() => '')) === manifest) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  await writeFile(marker, manifest);
}

export async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
