import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Ports tried after the wanted one. */
const PORT_TRIES = 50;

export interface RunningServer {
  address: string;
  close(): Promise<void>;
}

/** Serves a finished site at its base path, on the wanted port or the next free one. */
export async function serveStatic(
  folder: string,
  base: string,
  port: number,
  host = '127.0.0.1',
): Promise<RunningServer> {
  const missing = join(folder, '404.html');
  const page = existsSync(missing) ? readFileSync(missing) : 'Not found';
  const files = sirv(folder, {
    dev: true,
    dotfiles: false,
    // As hosts are told to: asked for again on every visit, and kept for who goes back. Sirv would forbid to keep anything.
    setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const notFound = () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
    };
    if (base !== '/') {
      if (url === '/' || url === base.slice(0, -1)) {
        response.writeHead(302, { location: base });
        response.end();
        return;
      }
      if (!url.startsWith(base)) return notFound();
      request.url = `/${url.slice(base.length)}`;
    }
    files(request, response, notFound);
  });
  const taken = await listen(server, port, host);
  return {
    address: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; ; port++) {
    const problem = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(port, host, () => {
        server.off('error', done);
        done(undefined);
      });
    });
    if (!problem) return (server.address() as { port: number }).port;
    if (problem.code !== 'EADDRINUSE' || port >= wanted + PORT_TRIES) throw problem;
  }
}
