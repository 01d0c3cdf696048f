import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAP_LOCK_FILE } from '../../src/wiki/graph/layout/map-lock.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { keepMapLock } from '../../src/workspace/keep-map-lock.ts';
import { loadSite } from '../../src/workspace/load-site.ts';
import { writeFiles } from '../support/files.ts';

let content: string;
const lock = () => readFile(join(content, MAP_LOCK_FILE), 'utf8');

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'on-record-map-'));
  await writeFiles(SOUND, content);
});
afterAll(() => rm(content, { recursive: true }));

it('writes down where pages stand, and only what is new', async () => {
  const first = await loadSite({ content });
  const { files } = first.mapFiles();
  expect(await keepMapLock(first)).toBe(true);
  const text = await lock();
  expect(text.match(/^\w+:\S+: \[-?\d+, -?\d+(, \d+)?\]$/gm)?.map((line) => line.replace(/: .*/, ''))).toEqual([
    'concept:rag',
    'criterion:cost',
    'episode:one',
    'guest:ada',
    'guest:hans',
    'show:talks',
  ]);

  const again = await loadSite({ content });
  expect(again.mapFiles().files).toEqual(files);
  expect(await keepMapLock(again)).toBe(false);

  await writeFile(join(content, 'concepts/search.md'), '---\ntitle: Search\nbroader: [rag]\n---\n');
  expect(await keepMapLock(await loadSite({ content }))).toBe(true);
  expect((await lock()).replace(/^concept:search: .*\n/m, '')).toBe(text);
});

it('leaves a folder alone that cannot be written, and a lock that cannot be read', async () => {
  await writeFile(join(content, 'concepts/index.md'), '---\ntitle: Index\n---\n');
  const site = await loadSite({ content });
  const readOnly = () => Promise.reject(Object.assign(new Error('read-only file system'), { code: 'EROFS' }));
  expect(await keepMapLock(site, readOnly)).toBe(false);
  const broken = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  await expect(keepMapLock(site, broken)).rejects.toThrow('no space left');

  const text = `${await lock()}<<<<<<< ours\n`;
  await writeFile(join(content, MAP_LOCK_FILE), text);
  const torn = await loadSite({ content });
  expect(torn.diagnostics.map(({ code, file, span }) => [code, file, span.start.line])).toContainEqual([
    'map-lock',
    MAP_LOCK_FILE,
    text.split('\n').length - 1,
  ]);
  expect(await keepMapLock(torn)).toBe(false);
  expect(await lock()).toBe(text);
});
