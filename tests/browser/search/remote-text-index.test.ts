import { expect, it } from 'vitest';
import { remoteIndexes } from '../../../src/browser/search/remote-text-index.ts';
import { encodeMatches, type TextRequest, type TextResponse } from '../../../src/browser/search/text-messages.ts';

/** A worker that answers when the test says so. */
class HeldWorker extends EventTarget {
  readonly asked: TextRequest[] = [];
  terminated = 0;
  postMessage(request: TextRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated++;
  }
  say(response: TextResponse): void {
    this.dispatchEvent(new MessageEvent('message', { data: response }));
  }
}

function open() {
  const worker = new HeldWorker();
  let broken = 0;
  const openIndexes = remoteIndexes(worker as unknown as Worker, 'https://archive.test/pagefind/', '/', () => broken++);
  return { worker, openIndexes, timesBroken: () => broken };
}

it('can be asked before the indexes are open', async () => {
  const { worker, openIndexes, timesBroken } = open();
  const { pages } = openIndexes(['pages']);
  const found = pages?.search('rag');
  expect(worker.asked.map((request) => Object.keys(request).sort().join(' '))).toEqual([
    'ask open',
    'ask index search',
  ]);
  worker.say({ ask: 1, done: true });
  worker.say({
    ask: 2,
    matches: encodeMatches(new Map([['a', { score: 2, words: [3], load: () => expect.fail('unasked') }]])),
  });
  expect([...((await found) ?? [])].map(([id, { score, words }]) => [id, score, [...words]])).toEqual([['a', 2, [3]]]);
  expect([timesBroken(), worker.terminated]).toEqual([0, 0]);
});

it('fails whatever is asked once the indexes cannot be opened, and says so once', async () => {
  const { worker, openIndexes, timesBroken } = open();
  const { pages } = openIndexes(['pages']);
  const waiting = expect(pages?.search('rag')).rejects.toThrow('no pagefind.js');
  worker.say({ ask: 1, problem: 'no pagefind.js' });
  await waiting;
  await expect(pages?.search('tuning')).rejects.toThrow('no pagefind.js');
  expect([timesBroken(), worker.terminated, worker.asked.length]).toEqual([1, 1, 2]);
});

it('fails what is asked of a worker that could not be started before anything was asked', async () => {
  const { worker, openIndexes, timesBroken } = open();
  worker.dispatchEvent(new Event('error'));
  await expect(openIndexes(['claims']).claims?.search('rag')).rejects.toThrow('could not be started');
  expect(timesBroken()).toBe(1);
});
