/** Runs Pagefind beside the page, so that typing never waits for it. */
import type { IndexName } from './engine.ts';
import { openTextIndexes, type PagefindModule, type TextIndex } from './text-index.ts';
import { encodeMatches, piecesOf, type TextRequest, type TextResponse } from './text-messages.ts';

/** Indexes that are opened before somebody asks them. */
const EVERY: readonly IndexName[] = ['pages', 'claims'];

let opening: Promise<Partial<Record<IndexName, TextIndex>>> | undefined;

async function answer(request: TextRequest): Promise<[TextResponse, Transferable[]?]> {
  const { ask } = request;
  if ('open' in request) {
    const { folder, base, indexes } = request.open;
    opening = import(/* @vite-ignore */ `${folder}pages/pagefind.js`).then((module: PagefindModule) => {
      const opened = openTextIndexes(module, folder, base, indexes);
      // Every query asks these; what cannot be opened now says so when it is asked.
      for (const name of EVERY) opened[name]?.ready().catch(() => undefined);
      return opened;
    });
    await opening;
    return [{ ask, done: true }];
  }
  const index = (await opening)?.[request.index];
  if (!index) throw new Error(`no index ${request.index}`);
  if ('ready' in request) {
    await index.ready();
    return [{ ask, done: true }];
  }
  const matches = await (request.search === null ? index.all() : index.search(request.search));
  if (!('load' in request)) {
    const encoded = encodeMatches(matches);
    return [{ ask, matches: encoded }, piecesOf(encoded) as Transferable[]];
  }
  const record = await matches.get(request.load)?.load();
  if (!record) throw new Error(`no record ${request.load}`);
  return [{ ask, record: { url: record.url, raw_url: record.raw_url, content: record.content, meta: record.meta } }];
}

addEventListener('message', ({ data }: MessageEvent<TextRequest>) => {
  answer(data).then(
    ([response, pieces]) => postMessage(response, { transfer: pieces ?? [] }),
    (problem) => postMessage({ ask: data.ask, problem: String(problem) } satisfies TextResponse),
  );
});
