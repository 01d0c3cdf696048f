import { join } from 'node:path';
import { writeFiles } from '../../generate-content.ts';
import { install, writeProject } from './install.ts';
import type { Tool } from './tool.ts';

export const ASTRO = '7.3.5';

const PROJECT = {
  'astro.config.mjs': `import { defineConfig } from 'astro/config';\n\nexport default defineConfig({});\n`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  pages: defineCollection({
    loader: glob({ pattern: '**/*.md', base: './content' }),
    schema: z.object({ title: z.string() }),
  }),
};
`,
  'src/layouts/page.astro': `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body><main><h1>{title}</h1><slot /></main></body>
</html>
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
import Page from '../layouts/page.astro';

export async function getStaticPaths() {
  return (await getCollection('pages')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}

const { entry } = Astro.props;
const { Content } = await render(entry);
---
<Page title={entry.data.title}><Content /></Page>
`,
};

export const astro: Tool = {
  name: 'astro',
  what: `Astro ${ASTRO}: glob loader, one layout, no search, its default highlighting`,
  async prepare({ flat, cache }) {
    const folder = join(cache, 'tools', 'astro');
    await install(folder, { dependencies: { astro: ASTRO } });
    await writeProject(folder, PROJECT);
    await writeFiles(flat, join(folder, 'content'));
    return astroBuild(folder);
  },
};

export function astroBuild(folder: string) {
  const output = join(folder, 'dist');
  return {
    command: { arguments: [join(folder, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], folder },
    output,
    leftovers: [
      output,
      join(folder, '.astro'),
      join(folder, 'node_modules', '.astro'),
      join(folder, 'node_modules', '.vite'),
    ],
  };
}
