/** `node compile-templates.ts FOLDER BASE [SITE]`: the process that compiles the pages' code. See `templates.ts`. */
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { compileWiki } from '../../wiki/wiki.ts';
import { prepareSite } from '../load-site.ts';
import { bundleProgram } from '../program/bundle-program.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { setSite } from '../site.ts';
import { bundlePages } from './bundle-pages.ts';

const RUNTIME = join(PROJECT_ROOT, 'src/workspace/templates/html-runtime.ts');

/** Puts our runtime behind our components, and keeps the compiled code instead of rendering pages with it. */
function keepCode(site: string, server: string): AstroIntegration {
  return {
    name: 'on-record:templates',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'on-record:html-runtime',
                enforce: 'pre',
                resolveId: (id, importer) =>
                  id === 'astro/compiler-runtime' && importer?.replace(/\?.*/, '').endsWith('.astro')
                    ? RUNTIME
                    : undefined,
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: 'on-record:templates',
          setup: async () => undefined,
          getStaticPaths: async () => [],
          teardown: () => rename(join(site, '.prerender'), server),
        }));
      },
    },
  };
}

const [folder, base, site] = process.argv.slice(2) as [string, string, string | undefined];
const output = resolve(folder, 'site');
setSite(await prepareSite([], compileWiki([]), { content: resolve(folder, 'content'), base }));
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ONRECORD_TEMPLATES = '1';
// Astro writes the code that renders below the working directory and imports packages from there.
process.chdir(PROJECT_ROOT);
// Who compiles pages has new code: the program itself goes into few files again, beside that.
const bundling = bundleProgram();
const { build } = await import('astro');
await build({
  root: PROJECT_ROOT,
  outDir: output,
  cacheDir: resolve(folder, 'cache'),
  vite: { cacheDir: resolve(folder, 'cache/vite') },
  base,
  ...(site ? { site } : {}),
  logLevel: 'error',
  integrations: [keepCode(output, resolve(folder, 'server'))],
});
await bundlePages(resolve(folder, 'server'));
await bundling;
