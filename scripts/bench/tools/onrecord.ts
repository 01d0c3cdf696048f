import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { program } from '../../install.mjs';
import { prepare } from '../../prepare.mjs';
import { KEPT_OF_CODE, KEPT_OF_CONTENT } from '../kept.ts';
import type { Tool } from './tool.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function onrecordTool(name: string, what: string, leftoversOfCode: readonly string[]): Tool {
  return {
    name,
    what: `On Record: all checks, the graph, pages of every kind with back-links, indexes and redirects, search; ${what}`,
    async prepare({ pages, content, cache }) {
      await access(join(ROOT, 'src', 'cli', 'run.mjs'));
      prepare();
      const output = join(cache, 'out', `${name}-${pages}`);
      const timings = `${output}.timings.json`;
      const words = ['build', '--content', content, '--out', output, '--timings', timings];
      const leftovers = [output, timings, ...KEPT_OF_CONTENT, ...leftoversOfCode];
      return { command: { arguments: [...program, ...words], folder: ROOT }, output, leftovers, timings };
    },
  };
}

/** Its own code compiled, as installing leaves it: the packages of the others come compiled too. */
export const onrecord = onrecordTool('onrecord', 'its own code compiled, as installing leaves it', []);

/** The first build ever, where installing ran no script. */
export const onrecordFirst = onrecordTool('onrecord-first', 'its own code compiled in the build', KEPT_OF_CODE);
