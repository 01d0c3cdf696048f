import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseBase } from '../workspace/load-site.ts';
import { serveStatic } from '../workspace/static-server.ts';
import { defineCommand, type Option, UsageError } from './define-command.ts';

export const portOption: Option = {
  type: 'string',
  value: 'PORT',
  help: 'Port; the next free one if taken',
  default: '4321',
};

export const serve = defineCommand({
  name: 'serve',
  summary: 'Serves a finished site on this machine.',
  options: {
    out: { type: 'string', value: 'DIR', help: 'Folder of the finished site', default: 'dist' },
    base: { type: 'string', value: 'PATH', help: 'Path it is served under; as it was built unless said' },
    port: portOption,
  },
  async run({ options }) {
    const folder = String(options.out);
    if (!existsSync(join(folder, 'index.html')))
      throw new UsageError(`there is no site in ${folder}; build one with \`onrecord build\``);
    const { address } = await serveStatic(
      folder,
      normaliseBase(String(options.base ?? builtBase(folder))),
      portOf(options.port),
    );
    console.log(`Serving ${folder} at ${address}  (Ctrl+C stops)`);
    return new Promise(() => {});
  },
});

export function portOf(value: unknown): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`\`${value}\` is not a port`);
  return port;
}

/** The base path a site was built for, from its first page. */
function builtBase(folder: string): string {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return /<a class="wordmark" href="([^"]+)"/.exec(page)?.[1] ?? '/';
}
