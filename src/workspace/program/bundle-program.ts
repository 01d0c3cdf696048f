import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../../wiki/text/order.ts';
import { modelDigest, viewsDigest } from '../model-digest.ts';
import { processMark } from '../process-mark.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { pruneKept } from '../prune-kept.ts';
import { moveFolder } from '../publish.ts';
import { replaceFile } from '../replace-file.ts';
import { digestOf, type KeptProgram, keptProgram, NEWEST, PROGRAMS, programKey } from './kept-program.mjs';
import { PARTS } from './program-file.ts';

/** Packages that stay packages: engines with files or binaries of their own, and Astro, which loads our sources itself. */
const APART = /^(?:node:|astro(?:\/|:|$)|@astrojs\/|satteri|pagefind|shiki|rolldown|vite)/;

/**
 * Puts the program into few files of JavaScript, `.onrecord/program`, where it is not there already: hundreds of modules
 * are found, read and stripped of their types in longer than a small archive is checked in. `run.mjs` starts it as long as
 * sources and packages are what it was made of; whoever edits them runs the sources. That it cannot be kept only costs time.
 */
export async function bundleProgram(): Promise<void> {
  if (keptProgram(PROJECT_ROOT)) return;
  const programs = join(PROJECT_ROOT, PROGRAMS);
  const workshop = join(programs, `${processMark()}.new`);
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      input: Object.fromEntries(Object.entries(PARTS).map(([part, path]) => [part, join(PROJECT_ROOT, path)])),
      platform: 'node',
      external: (id) => APART.test(id),
      transform: {
        define: {
          BUNDLED_ROOT: JSON.stringify(PROJECT_ROOT),
          BUNDLED_MODEL_DIGEST: JSON.stringify(modelDigest()),
          BUNDLED_VIEWS_DIGEST: JSON.stringify(viewsDigest()),
        },
      },
      logLevel: 'silent',
    });
    const { output } = await bundle.generate({
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    });
    await bundle.close();
    const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
    const ours = join(PROJECT_ROOT, 'src') + sep;
    const sources = new Set(chunks.flatMap((chunk) => chunk.moduleIds.filter((id) => id.startsWith(ours))));
    const paths = [...sources].map((id) => relative(PROJECT_ROOT, id).split(sep).join('/')).sort(compareText);
    const key = programKey(PROJECT_ROOT, paths);
    await mkdir(workshop, { recursive: true });
    for (const { fileName, code } of chunks) await writeFile(join(workshop, fileName), code);
    await rm(join(programs, key), { recursive: true, force: true });
    await moveFolder(workshop, join(programs, key));
    const files = chunks.map(({ fileName, code }): [string, string] => [fileName, digestOf(code)]);
    const kept: KeptProgram = { key, sources: paths, files };
    await replaceFile(join(programs, NEWEST), JSON.stringify(kept));
    await pruneKept(programs);
  } catch {
    await rm(workshop, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await bundleProgram();
