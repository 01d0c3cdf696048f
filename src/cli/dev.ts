import { join, resolve } from 'node:path';
import { normaliseBase } from '../workspace/load-site.ts';
import { PROJECT_ROOT } from '../workspace/project-root.ts';
import { readContent } from '../workspace/read-content.ts';
import { writeSchemas } from '../workspace/write-schemas.ts';
import { contentOption, defineCommand } from './define-command.ts';
import { portOf, portOption } from './serve.ts';

export const dev = defineCommand({
  name: 'dev',
  summary: 'Serves while you write: content and code reload by themselves.',
  options: {
    content: contentOption,
    base: { type: 'string', value: 'PATH', help: 'Path it is served under', default: '/' },
    port: portOption,
  },
  details: 'A problem shows in the terminal and on the page it is about; the server goes on.',
  async run({ options }) {
    const content = resolve(String(options.content));
    await readContent(content);
    await writeSchemas(join(PROJECT_ROOT, 'schemas'));
    const { dev: astroDev } = await import('astro');
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    process.env.ONRECORD_CONTENT = content;
    await astroDev({
      root: PROJECT_ROOT,
      base: normaliseBase(String(options.base)),
      server: { port: portOf(options.port) },
      logLevel: 'info',
    });
    return new Promise(() => {});
  },
});
