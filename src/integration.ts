import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { reportProblems, watchContent } from './workspace/dev-server.ts';
import { loadSite } from './workspace/load-site.ts';
import { currentSite, findSite, setSite } from './workspace/site.ts';
import { mdxProcessor, vitePlugins } from './workspace/vite-plugins.ts';

/**
 * Compiles the content once, keeps it in memory, and lets pages ask for their views.
 * The content folder is the environment's `ONRECORD_CONTENT`, or `content/`; commands set it from `--content`.
 */
export function onRecord(): AstroIntegration[] {
  const content = process.env.ONRECORD_CONTENT ?? 'content';
  let base = '/';
  return [
    {
      name: 'on-record',
      hooks: {
        async 'astro:config:setup'({ config, command, updateConfig }) {
          base = config.base;
          // A dev server that restarts, because its own code changed, begins anew.
          if (command === 'dev' || !findSite()) setSite(await loadSite({ content, base }));
          if (command === 'dev') reportProblems(currentSite());
          updateConfig({
            vite: {
              plugins: vitePlugins(fileURLToPath(config.root)),
              server: { watch: { ignored: isMade(fileURLToPath(config.root), content) } },
            },
          });
        },
        'astro:server:setup': (setup) => watchContent(setup, content, base),
      },
    },
    mdx({ processor: mdxProcessor() }),
  ];
}

/** Whether a path is among what commands write into the project, and not content that somebody keeps there. */
function isMade(project: string, content: string): (path: string) => boolean {
  const isIn = (path: string, folder: string) => path === folder || path.startsWith(folder + sep);
  const made = ['.onrecord', 'dist', 'schemas'].map((name) => resolve(project, name));
  return (path) => made.some((folder) => isIn(resolve(path), folder)) && !isIn(resolve(path), resolve(content));
}
