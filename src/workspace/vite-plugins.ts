import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { maskLinks } from '../wiki/corpus/link-grammar.ts';
import { markdownFeatures } from '../wiki/corpus/markdown.ts';
import { prosePlugin } from '../wiki/views/render-prose.ts';
import { kindStyles } from './kind-styles.ts';
import type { LoadedSite } from './load-site.ts';
import { findSite } from './site.ts';

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0];
type VitePlugin = NonNullable<NonNullable<Setup['config']['vite']>['plugins']>[number];

const MDX_MODULES = 'virtual:on-record/mdx';
const KIND_STYLES = 'virtual:on-record/kinds.css';

/** What the script of every page shares with others is one file, not one a module; the rest is split by who needs it. */
const SHARED = [
  { name: 'every-page', test: /preload-helper|src\/browser\/(?:moment-player|site-base)/, minShareCount: 2 },
];

/** The processor for `.mdx`: the same dialect and the same plugin that renders `.md`. */
export function mdxProcessor() {
  return satteri({
    features: markdownFeatures,
    mdastPlugins: [
      ({ fileURL, source }) => {
        const site = findSite() as LoadedSite | undefined;
        if (!site || !fileURL) return null;
        const file = relative(site.contentFolder, fileURLToPath(fileURL)).split(sep).join('/');
        const node = site.wiki.graph.nodes.find((candidate) => candidate.file === file);
        return prosePlugin(site.context, source, node?.proses[0]?.headings ?? [], { sidenotes: true, mdx: true });
      },
    ],
  });
}

/** Gives pages their MDX by id and every kind its colour, and masks `[[a|b]]` before Markdown sees it. */
export function vitePlugins(projectRoot: string): VitePlugin[] {
  return [
    {
      name: 'on-record:modules',
      enforce: 'pre',
      resolveId(id, importer) {
        if (id === MDX_MODULES || id === KIND_STYLES) return `\0${id}`;
        // Content may lie outside the project; what it imports by name is the project's.
        if (importer?.endsWith('.mdx') && /^[@a-z]/i.test(id)) {
          return this.resolve(id, join(projectRoot, 'package.json'), { skipSelf: true });
        }
        return undefined;
      },
      load(id) {
        if (id === `\0${KIND_STYLES}`) return kindStyles();
        if (id !== `\0${MDX_MODULES}`) return undefined;
        const site = findSite();
        const entries = (site?.pages ?? [])
          .filter((page) => page.file.endsWith('.mdx'))
          .map(
            (page) =>
              `${JSON.stringify(page.id)}: () => import(${JSON.stringify(`${site?.contentFolder}/${page.file}`)})`,
          );
        return `export const modules = { ${entries.join(', ')} };`;
      },
      transform: {
        filter: { id: /\.mdx$/ },
        handler: (code: string) => ({ code: maskLinks(code), map: null }),
      },
    },
    {
      name: 'on-record:chunks',
      configEnvironment: (name) =>
        name === 'client'
          ? { build: { rolldownOptions: { output: { codeSplitting: { groups: SHARED } } } } }
          : undefined,
    },
    {
      name: 'on-record:unmask',
      enforce: 'post',
      transform: {
        filter: { id: /\.mdx$/ },
        // The code is JavaScript by now: a backslash inside a string must be written twice.
        handler: (code: string) => ({ code: code.replaceAll('\uFDD0', '|').replaceAll('\uFDD1', '\\\\'), map: null }),
      },
    },
  ] satisfies VitePlugin[];
}
