import { readdir, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/** What renders pages, in one file of the folder that Astro’s build leaves. */
export const PAGES = 'pages.mjs';

/**
 * Puts the compiled pages into one file, without the server that they could also be asked from: dozens of modules are found and
 * linked in longer than an edit takes to render. Packages stay packages.
 */
export async function bundlePages(server: string): Promise<void> {
  const names = await readdir(server);
  const entry = names.find((name) => name.startsWith('prerender-entry.'));
  if (!entry) throw new Error(`no compiled pages in ${server}`);
  const from = join(server, 'manifest.mjs');
  await writeFile(from, `export { manifest } from './${entry}';\n`);
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: from,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    treeshake: { moduleSideEffects: false },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  for (const name of [...names, 'manifest.mjs']) await rm(join(server, name), { recursive: true });
  await writeFile(join(server, PAGES), output[0].code);
}
