import { join } from 'node:path';
import { normaliseBase } from '../workspace/load-site.ts';
import { PROJECT_ROOT } from '../workspace/project-root.ts';
import { serveStatic } from '../workspace/static-server.ts';
import { writeSchemas } from '../workspace/write-schemas.ts';
import { buildOptions, runBuild } from './build.ts';
import { defineCommand } from './define-command.ts';
import { portOf, portOption } from './serve.ts';

export const start = defineCommand({
  name: 'start',
  summary: 'Checks, builds and serves, in one go.',
  options: { ...buildOptions, port: portOption },
  async run(call) {
    await writeSchemas(join(PROJECT_ROOT, 'schemas'));
    if (!(await runBuild(call))) return 1;
    const { options } = call;
    const { address } = await serveStatic(
      String(options.out),
      normaliseBase(String(options.base)),
      portOf(options.port),
    );
    console.log(`\n  ${address}\n\n  Ctrl+C stops; \`npm run dev\` serves while you write.`);
    return new Promise(() => {});
  },
});
