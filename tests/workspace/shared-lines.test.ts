import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/wiki/corpus/source-file.ts';
import { SharedLines } from '../../src/workspace/parsed/shared-lines.ts';

const files = (texts: readonly string[]): SourceFile[] =>
  texts.map((text, index) => ({ path: `concepts/p${index}.md`, text }));
const lineOf = (text: string) => Buffer.from(`${text}\n`);

describe('lines that threads share', () => {
  it('are taken once, by whoever comes first', () => {
    const list = files(['a', 'b', 'c', 'd', 'e']);
    const first = new SharedLines(list);
    const other = new SharedLines(list, first.memory);
    const [own, theirs] = [first.taken(5), other.taken(5)];
    const taken = [own.next(), theirs.next(), theirs.next(), own.next(), own.next(), theirs.next(), own.next()];
    expect(taken.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
  });

  it('are there for the others once they are left', () => {
    const list = files(['one', 'two', 'three']);
    const first = new SharedLines(list);
    const other = new SharedLines(list, first.memory);
    expect([0, 1, 2].map((index) => other.get(index))).toEqual([undefined, undefined, undefined]);
    first.put(2, lineOf('drei: größer'));
    other.put(0, lineOf('eins'));
    const seen = (lines: SharedLines) => [0, 1, 2].map((index) => lines.get(index)?.toString());
    expect(seen(first)).toEqual(['eins\n', undefined, 'drei: größer\n']);
    expect(seen(other)).toEqual(seen(first));
  });

  it('that find no room are not there', () => {
    const list = files(['short', '']);
    const first = new SharedLines(list);
    first.put(0, lineOf('x'.repeat(1000)));
    expect(first.get(0)).toBeUndefined();
    first.put(1, lineOf('y'));
    expect(first.get(1)?.toString()).toBe('y\n');
  });

  it('are whole whenever another thread sees them', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) => `${index} `.repeat(1 + (index % 90)));
    const list = files(texts);
    const first = new SharedLines(list);
    const writer = `
const { workerData } = require('node:worker_threads');
import(workerData.module).then(({ SharedLines }) => {
  const lines = new SharedLines(workerData.files, workerData.memory);
  for (const index of lines.taken(workerData.files.length)) lines.put(index, Buffer.from(workerData.files[index].text + '\\n'));
});`;
    const module = new URL('../../src/workspace/parsed/shared-lines.ts', import.meta.url).href;
    const writers = [1, 2].map(
      () => new Worker(writer, { eval: true, workerData: { module, files: list, memory: first.memory } }),
    );
    const ended = Promise.all(writers.map((one) => new Promise((done) => one.once('exit', done))));
    let seen = 0;
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (seen < texts.length) {
      seen = 0;
      for (const [index, text] of texts.entries()) {
        const line = first.get(index);
        if (!line) continue;
        seen++;
        if (line.toString() !== `${text}\n`) expect(line.toString()).toBe(`${text}\n`);
      }
      if (isOver) break;
      await new Promise((done) => setImmediate(done));
    }
    expect(await ended).toEqual([0, 0]);
    expect([...texts.keys()].filter((index) => !first.get(index))).toEqual([]);
  });
});
