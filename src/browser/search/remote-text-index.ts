import type { IndexName } from './engine.ts';
import { keepAnswers, type TextIndex } from './text-index.ts';
import { decodeMatches, type TextRequest, type TextResponse } from './text-messages.ts';

type Wanted<Request = TextRequest> = Request extends { ask: number } ? Omit<Request, 'ask'> : never;

/** Opens indexes by name. They may be asked at once, and answer when they are there, or fail when they cannot be opened. */
export type OpenIndexes = (names: readonly IndexName[]) => Partial<Record<IndexName, TextIndex>>;

/** The indexes of a site in a worker of their own. `onBroken` is called when it cannot go on: then nothing can be asked any more. */
export function remoteIndexes(worker: Worker, folder: string, base: string, onBroken: () => void): OpenIndexes {
  let broken: Error | undefined;
  const waiting = new Map<number, { done(response: TextResponse): void; fail(problem: Error): void }>();
  let asked = 0;

  function ask(request: Wanted): Promise<TextResponse> {
    const number = ++asked;
    return new Promise((done, fail) => {
      if (broken) return fail(broken);
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
    breakOff(new Error(event.message || 'the worker that searches could not be started'));
  });

  function breakOff(problem: Error): void {
    if (broken) return;
    broken = problem;
    worker.terminate();
    for (const { fail } of waiting.values()) fail(problem);
    waiting.clear();
    onBroken();
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
  return (names) => {
    ask({ open: { folder, base, indexes: [...names] } }).catch(breakOff);
    return Object.fromEntries(names.map((name) => [name, remote(name)]));
  };
}
