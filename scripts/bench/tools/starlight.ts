import { join } from 'node:path';
import { writeFiles } from '../../generate-content.ts';
import { ASTRO, astroBuild } from './astro.ts';
import { install, writeProject } from './install.ts';
import type { Tool } from './tool.ts';

const STARLIGHT = '0.42.4';

/** With `sidebar` left out, Starlight lists all pages on each page. */
const config = (sidebar: string) => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [starlight({ title: 'Archive'${sidebar} })] });
`;

const CONTENT_CONFIG = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function starlightTool(name: string, what: string, sidebar: string): Tool {
  return {
    name,
    what: `Starlight ${STARLIGHT} on Astro ${ASTRO}: ${what}, its search index built (Pagefind, as it comes)`,
    async prepare({ flat, cache }) {
      const folder = join(cache, 'tools', 'starlight');
      await install(folder, { dependencies: { astro: ASTRO, '@astrojs/starlight': STARLIGHT } });
      await writeProject(folder, { 'astro.config.mjs': config(sidebar), 'src/content.config.ts': CONTENT_CONFIG });
      await writeFiles(flat, join(folder, 'src', 'content', 'docs'));
      return astroBuild(folder);
    },
  };
}

const SHORT = `, sidebar: [{ label: 'Concepts', link: '/concepts/' }, { label: 'Episodes', link: '/episodes/' }]`;

/** Its fastest set-up, and the one we compare ourselves with. */
export const starlight = starlightTool('starlight', 'a sidebar of two links', SHORT);

/** As it comes. Its output grows with the square of the number of pages, so it runs only when asked for. */
export const starlightSidebar = starlightTool('starlight-sidebar', 'its default sidebar of all pages', '');
