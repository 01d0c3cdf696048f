import { defineConfig } from 'astro/config';
import { onRecord } from './src/integration.ts';

// `onrecord build` sets site, base and outDir; these hold for `astro` itself.
export default defineConfig({
  integrations: [onRecord()],
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never', format: 'directory' },
  experimental: { contentIntellisense: true },
  vite: { build: { assetsInlineLimit: 0 } },
});
