import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { keptIndexes, SEARCH_FOLDER, startSearchIndex } from './build-search.ts';
import type { LoadedSite } from './load-site.ts';

/**
 * Serves the search index while somebody writes: built when it is first asked for, and again when the content has
 * changed by the next time. `site` answers the site as it is now.
 */
export function devSearch(site: () => LoadedSite, workshop: string) {
  const folder = join(workshop, 'dev-search');
  const files = sirv(join(folder, SEARCH_FOLDER), { dev: true });
  let built: LoadedSite | undefined;
  let building: Promise<void> = Promise.resolve();

  async function build(current: LoadedSite): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    const { context, contentFolder: content } = current;
    const kept = keptIndexes(content);
    const job = await startSearchIndex(context, folder, join(folder, SEARCH_FOLDER), { content, kept });
    await job.finished;
  }

  return (request: IncomingMessage, response: ServerResponse, next: (problem?: unknown) => void): void => {
    const current = site();
    const prefix = `${current.base}${SEARCH_FOLDER}/`;
    if (!request.url?.startsWith(prefix)) {
      next();
      return;
    }
    const path = request.url.slice(prefix.length - 1);
    if (built !== current) {
      built = current;
      building = building.catch(() => undefined).then(() => build(current));
    }
    building.then(
      () => {
        request.url = path;
        files(request, response, () => {
          response.statusCode = 404;
          response.end();
        });
      },
      (problem) => {
        built = undefined;
        next(problem);
      },
    );
  };
}
