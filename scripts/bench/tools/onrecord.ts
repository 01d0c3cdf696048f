import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT } from '../kept.ts';
import type { Tool } from './tool.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PROGRAM = join(ROOT, 'src', 'cli', 'onrecord.ts');

export const onrecord: Tool = {
  name: 'onrecord',
  what: 'On Record: all checks, the graph, pages of every kind with back-links, indexes and redirects; its stages below say whether search is built',
  async prepare({ pages, content, cache }) {
    await access(PROGRAM);
    const output = join(cache, 'out', `onrecord-${pages}`);
    const timings = join(cache, 'out', `onrecord-${pages}.timings.json`);
    const words = ['build', '--content', content, '--out', output, '--timings', timings];
    const leftovers = [output, timings, ...KEPT];
    return { command: { arguments: [PROGRAM, ...words], folder: ROOT }, output, leftovers, timings };
  },
};
