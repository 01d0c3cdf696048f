import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';

const page = (title: string, rest = '') => `---\ntitle: ${title}\nsummary: S.\n${rest}---\n`;
let folder: string;
const path = (...words: string[]) => runCommand(['path', ...words, '--content', folder]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'path-'));
  const files = {
    'concepts/chunking.md': page('Chunking', 'broader: [retrieval]\n'),
    'concepts/retrieval.md': page('Retrieval'),
    'concepts/search.md': page('Search', 'related: [retrieval]\n'),
    'concepts/island.md': page('Island'),
  };
  await writeFiles(files, folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('onrecord path', () => {
  it('says each step in words', async () => {
    const { code, stdout, stderr } = await path('chunking', 'Search');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'Chunking  (concept:chunking)\n  is part of Retrieval  (concept:retrieval)\n  is related to Search  (concept:search)\n',
    );
  });

  it('says the same as JSON', async () => {
    const { code, stdout } = await path('concept:search', 'chunking', '--json');
    expect(code).toBe(0);
    const said = JSON.parse(stdout);
    expect(said.from).toEqual({ id: 'concept:search', title: 'Search' });
    expect(said.paths[0].steps.map(({ words, type }: { words: string; type: string }) => `${type}: ${words}`)).toEqual([
      'related: is related to',
      'broader: includes',
    ]);
  });

  it('ends with 1 where nothing joins the two', async () => {
    const { code, stdout } = await path('chunking', 'island');
    expect([code, stdout]).toEqual([1, 'nothing joins Chunking and Island\n']);
  });

  it.each<[string[], string]>([
    [['chunking'], 'say two pages'],
    [['chunkin', 'search'], 'did you mean `chunking`?'],
    [['chunking', 'Chunking'], 'two different pages'],
    [['chunking', 'search', '--most', '0'], '--most'],
  ])('%j is misuse', async (words, said) => {
    const { code, stderr } = await path(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
