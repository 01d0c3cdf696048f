import { type ChildProcess, spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { program } from '../install.mjs';
import { prepareContent } from './content.ts';
import { median } from './measure.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { formatTable, thousands } from './table.ts';

const ADDRESS = /http:\/\/localhost:\d+/;
/** Between two looks at the page; the time it takes to render is part of what is measured. */
const LOOK_AGAIN_MS = 5;
/** An edit that is not seen by then is not seen at all. */
const LONGEST_MS = 60_000;

interface Result {
  pages: number;
  /** Milliseconds from the write of a file to the moment its page is served with the change in it. */
  editMs: number[];
}

/** Edits a claim and a concept in turns while the dev server runs, and asks for their pages until they have changed. */
export async function benchDev(options: Options, say: (line: string) => void): Promise<Report> {
  const results: Result[] = [];
  for (const pages of options.pages) {
    const { folder, wiki } = await prepareContent(options, pages);
    const content = join(options.cache, 'dev-content');
    await rm(content, { recursive: true, force: true });
    await cp(folder, content, { recursive: true });
    const subjects = (['claim', 'concept'] as const).flatMap((kind) => wiki.graph.ofKind(kind).slice(0, 1));
    const server = spawn(process.execPath, [...program, 'dev', '--content', content, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const address = await addressOf(server);
      const result: Result = { pages, editMs: [] };
      for (let run = 0; run <= options.runs * 2; run++) {
        const subject = subjects[run % subjects.length];
        if (!subject) throw new RangeError(`${pages} pages hold neither a claim nor a concept`);
        const folderOf = subject.kind === 'claim' ? 'claims' : 'concepts';
        const page = `${address}/${folderOf}/${subject.slug}/`;
        const word = `edit-${run}-of-the-bench`;
        await (await fetch(page)).text();
        const ms = await edit(join(content, subject.file), subject.slug.split('/').at(-1) as string, page, word);
        // The first edit finds modules unloaded that every later one has.
        if (run > 0) result.editMs.push(ms);
        say(`dev ${pages}, edit of a ${subject.kind}: ${ms.toFixed(0)} ms`);
      }
      results.push(result);
    } finally {
      server.kill();
    }
  }
  const text = formatTable(results, {
    pages: ({ pages }) => thousands(pages),
    edits: ({ editMs }) => String(editMs.length),
    'edit to page served': ({ editMs }) => `${median(editMs).toFixed(0)} ms`,
    fastest: ({ editMs }) => `${Math.min(...editMs).toFixed(0)} ms`,
  });
  return {
    text: `${text}\n\nFrom the write of a file until its page is served with the change in it.`,
    data: results,
    isComplete: true,
  };
}

/** Puts a word into a claim of a list, or at the end of a page. */
async function edit(file: string, id: string, page: string, word: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const claim = new RegExp(`(- id: ${id}\\n(?:(?!- id:)[^])*?text: >-\\n\\s+)(?:edit-\\S+ )?`);
  const changed = file.endsWith('.yaml')
    ? text.replace(claim, `$1${word} `)
    : `${text.replace(/\nedit-\S+\n$/, '')}\n${word}\n`;
  const start = performance.now();
  await writeFile(file, changed);
  while (performance.now() - start < LONGEST_MS) {
    if ((await (await fetch(page)).text()).includes(word)) return performance.now() - start;
    await pause(LOOK_AGAIN_MS);
  }
  throw new RangeError(`${page} did not change`);
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = ADDRESS.exec(said)?.[0];
      if (address) done(address);
    });
    server.on('exit', () => fail(new RangeError(`the dev server ended:\n${said}`)));
  });
}
