import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyProject } from '../../scripts/faults/copy-project.ts';
import { generateContent } from '../../scripts/generate-content.ts';
import { keptProgram } from '../../src/workspace/program/kept-program.mjs';
import { hashFiles, listFiles, temporaryFolder, writeFiles } from '../support/files.ts';
import { ROOT, runCommand } from '../support/run-command.ts';

/** A project of its own, and how its command line runs. */
async function openProject() {
  const project = join(await temporaryFolder(), 'project');
  await copyProject(project);
  const run = (path: string, words: string[]) => runCommand(words, project, join(project, path));
  return {
    project,
    bundle: () => run('src/workspace/program/bundle-program.ts', []),
    fromFewFiles: (...words: string[]) => run('src/cli/run.mjs', words),
    fromSources: (...words: string[]) => run('src/cli/onrecord.ts', words),
  };
}

it('says and builds what the sources do', async () => {
  const { project, fromFewFiles, fromSources } = await openProject();
  const content = join(project, 'my-content');
  await writeFiles(generateContent({ pages: 60, seed: 1 }), content);
  expect(keptProgram(project)).toBeUndefined();
  const out = (name: string) => ['build', '--content', content, '--out', join(project, name), '--threads', '2'];
  // Compiles pages, and so puts the program into few files.
  expect((await fromSources(...out('one'))).code).toBe(0);
  const folder = keptProgram(project);
  expect(folder).toBeDefined();
  expect(await readdir(folder as string)).toEqual(
    expect.arrayContaining(['onrecord.js', 'page-thread.js', 'search-indexer.js']),
  );

  await writeFile(join(content, 'concepts/more.md'), '---\ntitle: More\n---\nSee [[nobody-knows]].\n');
  const said = await fromSources('check', '--content', content);
  expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown-link') });
  expect(await fromFewFiles('check', '--content', content)).toEqual(said);
  await rm(join(content, 'concepts/more.md'));

  expect((await fromFewFiles(...out('two'))).code).toBe(0);
  expect(await hashFiles(join(project, 'two'))).toEqual(await hashFiles(join(project, 'one')));
  // Over a site that is there: pages that stay as they are are taken over.
  await appendFile(join(content, 'concepts', (await readdir(join(content, 'concepts')))[0] as string), '\nMore.\n');
  expect(await fromFewFiles(...out('two'))).toMatchObject({ code: 0 });
  expect((await fromSources(...out('one'))).code).toBe(0);
  expect(await hashFiles(join(project, 'two'))).toEqual(await hashFiles(join(project, 'one')));
  expect(await fromFewFiles('--help')).toEqual(await fromSources('--help'));
});

it('has in it whatever the program starts, which is found there and nowhere else', async () => {
  const src = join(ROOT, 'src');
  const said = (await listFiles(src)).filter((file) => /^(?:wiki|exports|workspace|cli)\/.*\.ts$/.test(file));
  const own: string[] = [];
  for (const file of said) {
    if (/import\.meta\.(?:dirname|url)/.test(await readFile(join(src, file), 'utf8'))) own.push(file);
  }
  // Beside the program in few files lie no sources: a thread or a process is started by `programFile`.
  expect(own).toEqual(['workspace/program/program-file.ts', 'workspace/project-root.ts']);
});

it('is not started once a source, a package or a byte of it has changed, and made again', async () => {
  const { project, bundle, fromFewFiles } = await openProject();
  const changes: [string, (folder: string) => Promise<void>][] = [
    ['a source', () => appendFile(join(project, 'src/wiki/rules/raw-html.ts'), '\n// Changed.\n')],
    ['a package', () => appendFile(join(project, 'package-lock.json'), '\n')],
    [
      'a byte',
      async (folder) => {
        const path = join(folder, 'onrecord.js');
        await writeFile(path, (await readFile(path, 'utf8')).replace('there is no command', 'there is no Command'));
      },
    ],
    ['a file of it', (folder) => rm(join(folder, 'page-thread.js'))],
    ['what says which is newest', (folder) => writeFile(join(folder, '../newest.json'), '{')],
  ];
  for (const [name, change] of changes) {
    await bundle();
    const folder = keptProgram(project);
    expect(folder, name).toBeDefined();
    await change(folder as string);
    expect(keptProgram(project), name).toBeUndefined();
    const { code, stderr } = await fromFewFiles('chekc');
    expect([name, code, stderr]).toEqual([name, 2, 'onrecord: there is no command `chekc`; did you mean `check`?\n']);
  }
});
