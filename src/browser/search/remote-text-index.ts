import type { IndexName } from './engine.ts';
import { keepAnswers, type TextIndex } from './text-index.ts';
import { decodeMatches, type TextRequest, type TextResponse } from './text-messages.ts';

type Wanted<Request = TextRequest> = Request extends { ask: number } ? Omit<Request, 'ask'> : never;

/** The indexes of a site, opened in a worker of their own. */
export async function openRemoteIndexes(
  worker: Worker,
  folder: string,
  base: string,
  names: readonly IndexName[],
): Promise<Partial<Record<IndexName, TextIndex>>> {
  const waiting = new Map<number, { done(response: TextResponse): void; fail(problem: Error): void }>();
  let asked = 0;

  function ask(request: Wanted): Promise<TextResponse> {
    const number = ++asked;
    return new Promise((done, fail) => {
      waiting.set(number, { done, fail });
      worker.postMessage({ ...request, ask: number });
    });
  }

  worker.addEventListener('message', ({ data }: MessageEvent<TextResponse>) => {
    const turn = waiting.get(data.ask);
    waiting.delete(data.ask);
    if ('problem' in data) turn?.fail(new Error(data.problem));
    else turn?.done(data);
  });
  worker.addEventListener('error', (event) => {
    const problem = new Error(event.message || 'the worker that searches could not be started');
    for (const { fail } of waiting.values()) fail(problem);
    waiting.clear();
  });
  try {
    await ask({ open: { folder, base, indexes: [...names] } });
  } catch (problem) {
    worker.terminate();
    throw problem;
  }

  function remote(index: IndexName): TextIndex {
    const search = async (query: string | null) => {
      const response = await ask({ index, search: query });
      if (!('matches' in response)) throw new Error('an answer without matches');
      return decodeMatches(response.matches, async (id) => {
        const loaded = await ask({ index, search: query, load: id });
        if (!('record' in loaded)) throw new Error('an answer without a record');
        return loaded.record;
      });
    };
    const kept = keepAnswers(search);
    return { ready: () => ask({ index, ready: true }).then(() => undefined), search: kept, all: () => kept(null) };
  }
  return Object.fromEntries(names.map((name) => [name, remote(name)]));
}
