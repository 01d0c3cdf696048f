import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listOf } from '../../src/wiki/text/plain.ts';
import { moreTools, tools } from './tools/index.ts';
import type { Tool } from './tools/tool.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export const HELP = `npm run bench -- [build|rebuild|check|evidence|dev|search|palette|related|map|frames|lighthouse] [options]

  build   build generated content, beside other tools on the same pages (the default)
  rebuild build again after one claim changed
  check   read and compile generated content, nothing more
  evidence import generated transcripts and hold claims against them
  dev     edit a page while the dev server runs
  search  judge search beside Pagefind's defaults and MiniSearch
  palette build, and ask the palette in a browser (use --pages 35000 --concepts-per-episode 7.2)
  related hide links that people wrote and ask for them, beside other measures
  map     lay out generated graphs (--pages 10000,100000 are nodes), beside ForceAtlas2, JSON and GEXF
  lighthouse judge the heaviest page of each sort as a phone on a slow line loads it (use --runs 5; needs nginx and openssl)
  frames  draw generated maps, beside d3-force on a canvas (use --pages 1000,10000,100000)

  --pages 100,1000,10000   sizes
  --runs 3                 runs of each; the median is shown
  --only NAMES             of ${[...tools, ...moreTools].map((tool) => tool.name).join(', ')}
  --seed 1                 another archive of the same size
  --claims-per-episode 25  few claims make an archive of prose
  --concepts-per-episode 1.2
  --content DIR            content to search, or to hide links of (content)
  --archive DIR            archive to import, whose curated pages are asked (../shared/archive)
  --queries FILE           judged queries on it (tests/search/queries.yaml)
  --episodes 200           episodes to import and verify
  --json FILE              write all measurements down
`;

const COMMANDS = [
  'build',
  'rebuild',
  'check',
  'evidence',
  'dev',
  'search',
  'palette',
  'related',
  'map',
  'frames',
  'lighthouse',
] as const;

export interface Options {
  command: (typeof COMMANDS)[number];
  pages: number[];
  runs: number;
  tools: Tool[];
  /** For `evidence`. */
  episodes: number;
  shape: { seed: number; claimsPerEpisode: number; conceptsPerEpisode: number };
  /** For `search` and `related`. */
  content: string;
  archive: string;
  queries: string;
  json?: string;
  /** Generated content, other tools and what they build: git does not see it. */
  cache: string;
}

/** Throws TypeError or RangeError, with a message for people, when the words make no sense. `undefined` asks for help. */
export function readOptions(words: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '100,1000,10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'claims-per-episode': { type: 'string', default: '25' },
      'concepts-per-episode': { type: 'string', default: '1.2' },
      content: { type: 'string', default: join(ROOT, 'content') },
      archive: { type: 'string', default: join(ROOT, '../shared/archive') },
      queries: { type: 'string', default: join(ROOT, 'tests/search/queries.yaml') },
      episodes: { type: 'string', default: '200' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const [word = 'build', ...rest] = positionals;
  const command = COMMANDS.find((known) => known === word);
  if (!command || rest.length > 0) {
    throw new RangeError(`there is no bench \`${positionals.join(' ')}\`: say ${listOf(COMMANDS, 'or')}`);
  }
  return {
    command,
    pages: values.pages.split(',').map((number) => positive('pages', number)),
    runs: positive('runs', values.runs),
    tools: values.only ? values.only.split(',').map(toolCalled) : [...tools],
    shape: {
      seed: Number(values.seed),
      claimsPerEpisode: Number(values['claims-per-episode']),
      conceptsPerEpisode: Number(values['concepts-per-episode']),
    },
    episodes: positive('episodes', values.episodes),
    content: values.content,
    archive: values.archive,
    queries: values.queries,
    json: values.json,
    cache: join(ROOT, '.onrecord', 'bench'),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} should be a whole number, not \`${text}\``);
  return number;
}

function toolCalled(name: string): Tool {
  const all = [...tools, ...moreTools];
  const found = all.find((tool) => tool.name === name);
  if (!found)
    throw new RangeError(`there is no tool \`${name}\`: choose from ${all.map((tool) => tool.name).join(', ')}`);
  return found;
}
