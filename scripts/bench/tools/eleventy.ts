import { join } from 'node:path';
import { writeFiles } from '../../generate-content.ts';
import { install, writeProject } from './install.ts';
import type { Tool } from './tool.ts';

const ELEVENTY = '3.1.8';

const PROJECT = {
  'eleventy.config.js': `export default function (config) {
  config.addGlobalData('layout', 'page.njk');
  return { dir: { input: 'content', includes: '../includes', output: 'dist' }, markdownTemplateEngine: false };
}
`,
  'includes/page.njk': `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{{ title }}</title></head>
  <body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body>
</html>
`,
};

export const eleventy: Tool = {
  name: 'eleventy',
  what: `Eleventy ${ELEVENTY}: one Nunjucks layout, no templates inside the Markdown, no search, no highlighting`,
  async prepare({ flat, cache }) {
    const folder = join(cache, 'tools', 'eleventy');
    // The copier of static files, which is not used here: the version Eleventy asks for is not on every registry.
    const overrides = { '@11ty/recursive-copy': '4.0.4' };
    await install(folder, { dependencies: { '@11ty/eleventy': ELEVENTY }, overrides });
    await writeProject(folder, PROJECT);
    await writeFiles(flat, join(folder, 'content'));
    const output = join(folder, 'dist');
    const program = join(folder, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
    return {
      command: { arguments: [program, '--quiet'], folder },
      output,
      leftovers: [output, join(folder, '.cache')],
    };
  },
};
