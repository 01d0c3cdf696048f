import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../src/workspace/templates/bundle-pages.ts';
import { openTemplates } from '../../src/workspace/templates/templates.ts';
import { pagesForAstro, usesCollections } from '../../src/workspace/templates/which-renderer.ts';
import { hashFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT } from '../support/run-command.ts';

const CACHE = join(ROOT, '.onrecord/templates');
/** A base that nothing else uses, so that the cache of this test is its own. */
const BASE = '/templates-test/';
const workshop = join(ROOT, '.onrecord', 'templates-test');
afterAll(() => rm(workshop, { recursive: true, force: true }));

async function open(name: string) {
  const folder = join(workshop, name);
  await mkdir(folder, { recursive: true });
  const templates = await (await openTemplates({ base: BASE }, folder)).ready;
  const files = { ...(await hashFiles(templates.server)), ...(await hashFiles(templates.site)) };
  // Astro writes a new key for sessions, which nobody has here, beside the pages.
  expect(Object.keys(files)).toContain(PAGES);
  files[PAGES] = 'the pages';
  return { ...templates, files };
}

describe('templates', () => {
  it('are kept, and compiled again when what was kept is not whole', async () => {
    const first = await open('first');
    const kept = join(CACHE, first.key);
    expect(await open('second')).toMatchObject({ key: first.key, files: first.files });

    const path = join(kept, 'server', PAGES);
    const text = await readFile(path, 'utf8');
    await rm(path);
    await writeFile(path, `${text}// changed`);
    expect((await open('third')).files).toEqual(first.files);
    expect(await readFile(path, 'utf8')).not.toContain('// changed');

    await rm(path);
    expect((await open('fourth')).files).toEqual(first.files);
    await rm(kept, { recursive: true });
  });
});

describe('pages left to Astro', () => {
  const PLAIN = '---\nconst { view } = Astro.props;\n---\n<p>{view.title}</p>\n';
  const pages = async (files: Record<string, string>) => {
    const root = await temporaryFolder();
    await writeFiles(
      { 'src/components/a.astro': PLAIN, 'src/layouts/b.astro': PLAIN, 'src/pages/c.astro': PLAIN, ...files },
      root,
    );
    return [...(await pagesForAstro(root))];
  };

  it('are none of ours', async () => {
    expect([...(await pagesForAstro())]).toEqual([]);
  });

  it.each([
    ['a collection', `---\nimport { getCollection } from 'astro:content';\n---\n`],
    ['the address asked for', '<p>{Astro.url.pathname}</p>'],
    ['an island', `---\nimport X from './x.tsx';\n---\n<X client:load />`],
    ['paging', '---\nexport const getStaticPaths = ({ paginate }) => paginate([]);\n---\n'],
  ])('are those that use %s', async (_, text) => {
    expect(await pages({ 'src/pages/list.astro': text })).toEqual(['src/pages/list.astro']);
    expect(await pages({ 'src/layouts/b.astro': text })).toEqual(['src/pages/c.astro']);
  });

  it('are endpoints that ask for more than props', async () => {
    const endpoint = (parameters: string) => `export const GET: APIRoute = ${parameters} => new Response('x');`;
    const files = {
      'src/pages/none.json.ts': endpoint('()'),
      'src/pages/props.json.ts': endpoint('({ props, site })'),
      'src/pages/request.json.ts': endpoint('({ request })'),
      'src/pages/context.json.ts': endpoint('(context)'),
    };
    expect((await pages(files)).sort()).toEqual(['src/pages/context.json.ts', 'src/pages/request.json.ts']);
  });

  it('tell whether collections are asked for', async () => {
    const root = await temporaryFolder();
    await writeFiles(
      { 'src/components/a.astro': PLAIN, 'src/layouts/b.astro': PLAIN, 'src/pages/c.astro': PLAIN },
      root,
    );
    expect(await usesCollections(root)).toBe(false);
    await writeFiles({ 'src/layouts/b.astro': `---\nimport { getEntry } from 'astro:content';\n---\n` }, root);
    expect(await usesCollections(root)).toBe(true);
  });

  it('are all where there is middleware', async () => {
    expect(await pages({ 'src/middleware.ts': '' })).toEqual(['src/pages/c.astro']);
  });
});
