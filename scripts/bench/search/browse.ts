import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { launchBrowser } from '../../../tests/support/browser.ts';

/** Bytes on the wire for search. */
export interface Bytes {
  /** Pagefind’s own programs. */
  code: number;
  /** Names, and the index of pages with its records. */
  pages: number;
  /** The other indexes, which follow. */
  others: number;
}

/** One key, or a whole query put in at once. */
export interface Asked {
  typed: string;
  bytes: Bytes;
  /** Milliseconds until pages, and until everything, was shown; pages may have none to show. */
  pagesMs?: number;
  allMs: number;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Pagefind’s programs, whatever the archive. */
const CODE = /\/pagefind(?:-worker)?\.js|\/wasm\.[\w-]+\.pagefind/;

/** Serves a folder as static hosts do, text compressed, and counts what goes over the wire for search. */
export async function serveCounted(folder: string): Promise<{ address: string; take(): Bytes; close(): void }> {
  const none: Bytes = { code: 0, pages: 0, others: 0 };
  let counted = { ...none };
  const server: Server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!(await stat(file).catch(() => undefined))?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)];
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      ...(type ? { 'content-encoding': 'gzip' } : {}),
    });
    const [, part] = path.match(/\/pagefind\/(\w+)\//) ?? [];
    const count = (length: number) => {
      if (part === undefined) return;
      if (CODE.test(path)) counted.code += length;
      else counted[part === 'names' || part === 'pages' ? 'pages' : 'others'] += length;
    };
    const source = createReadStream(file);
    const sent = type ? source.pipe(createGzip({ level: 9 })) : source;
    sent.on('data', (chunk: Buffer | string) => count(chunk.length));
    pipeline(sent, response, () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    take() {
      const taken = counted;
      counted = { ...none };
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens the palette of a finished site and asks, one query after the other, each when the last has been answered. */
export async function askPalette<T>(site: string, asking: (ask: (typed: string) => Promise<Asked>) => Promise<T>) {
  const server = await serveCounted(site);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    return await asking(async (typed) => {
      server.take();
      const times = await page.evaluate(askInPage, typed);
      return { typed, bytes: server.take(), ...times };
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Puts text into the box as a key does and waits for the answer. Runs inside the page. */
async function askInPage(typed: string): Promise<{ pagesMs?: number; allMs: number }> {
  const box = document.querySelector<HTMLInputElement>('#palette-box');
  const list = document.querySelector('#palette-list');
  const note = document.querySelector('.palette-note');
  if (!box || !list || !note) throw new Error('there is no palette');
  list.replaceChildren();
  note.textContent = '';
  let pagesMs: number | undefined;
  const start = performance.now();
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (pagesMs === undefined && list.querySelector('[role=option]')) pagesMs = performance.now() - start;
      if (!note.textContent) return;
      watch.disconnect();
      done({ pagesMs, allMs: performance.now() - start });
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    box.value = typed;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
