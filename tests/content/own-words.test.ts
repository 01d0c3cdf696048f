import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { readContent } from '../../src/workspace/read-content.ts';

/** The archive that the bundled content was written from; it lies beside the project where it may be read at all. */
const ARCHIVE = join(import.meta.dirname, '../../../shared/archive');
/** So many words in a row are somebody’s sentence. */
const RUN = 9;

const words = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function* runs(text: string): Iterable<string> {
  const list = words(text);
  for (let start = 0; start + RUN <= list.length; start++) yield list.slice(start, start + RUN).join(' ');
}

/** Every run of words of the content that also stands in `sentences`. */
function borrowed(content: Iterable<[string, string]>, sentences: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const [where, text] of content) {
    for (const run of runs(text)) if (sentences.has(run)) found.push(`${where}: ${run}`);
  }
  return found;
}

/** All text of a content folder that somebody wrote: titles, summaries, claims, prose, labels. */
async function writtenTexts(folder: string): Promise<[string, string][]> {
  const { graph } = compileWiki(await readContent(folder));
  const texts: [string, string][] = [];
  const visit = (where: string, value: unknown, key = ''): void => {
    if (key === 'links' || key === 'url' || key === 'media') return;
    if (typeof value === 'string') texts.push([where, value]);
    else if (Array.isArray(value)) for (const item of value) visit(where, item, key);
    else if (value && typeof value === 'object') {
      for (const [name, item] of Object.entries(value)) visit(where, item, name);
    }
  };
  for (const node of graph.nodes) {
    // What a conversation or a book is called is its name, not a sentence of ours.
    const { title, ...data } = node.data as Record<string, unknown>;
    if (node.kind !== 'episode' && node.kind !== 'resource') texts.push([node.id, String(title ?? '')]);
    visit(node.id, data);
    for (const prose of node.proses) texts.push([node.id, prose.text]);
  }
  return texts;
}

describe('our own words', () => {
  it('finds a borrowed run, and only that', () => {
    const sentences = new Set(runs('We never, ever put the facts into the weights of one model.'));
    const ours: [string, string][] = [
      ['copied', 'They said: never ever put the facts into the weights, of course.'],
      ['retold', 'Facts do not belong in weights.'],
    ];
    expect(borrowed(ours, sentences)).toEqual(['copied: never ever put the facts into the weights of']);
  });

  it.skipIf(!existsSync(ARCHIVE))(
    'no sentence of the archive stands in the bundled content (needs ../shared/archive)',
    async () => {
      const sentences = new Set<string>();
      for (const folder of ['episodes', 'people', 'wiki']) {
        for (const name of await readdir(join(ARCHIVE, folder))) {
          const text = await readFile(join(ARCHIVE, folder, name), 'utf8');
          const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
          const data = parseDocument(head).toJS() as { transcript?: { line?: unknown }[] } & Record<string, unknown>;
          const turns = (data.transcript ?? []).map((turn) => String(turn.line ?? ''));
          // Sentences may run over turns of one speaker; labels and addresses are nobody’s sentences.
          const told = [
            turns.join(' '),
            ...['description', 'intro', 'summary', 'bio'].map((key) => String(data[key] ?? '')),
            body,
          ];
          for (const part of told) for (const run of runs(part)) sentences.add(run);
        }
      }
      expect(sentences.size).toBeGreaterThan(100_000);
      const texts = await writtenTexts('content');
      expect(texts.length).toBeGreaterThan(2000);
      expect(borrowed(texts, sentences)).toEqual([]);
    },
  );
});
