import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { type OpenPage, type OpenSite, openSite } from '../support/open-site.ts';
import { EVERY_SORT_OF_PAGE } from '../support/page-list.ts';
import { runNginx } from '../support/run-nginx.ts';
import { sideBySide } from '../support/side-by-side.ts';

const NGINX = process.env.NGINX_PATH;

/** Notes on the window what a policy stopped. */
async function watch({ context }: OpenPage): Promise<void> {
  await context.addInitScript(() => {
    const stopped: string[] = [];
    (window as unknown as { stopped: string[] }).stopped = stopped;
    document.addEventListener('securitypolicyviolation', (event) =>
      stopped.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
}
/** A page of its own that notes what was stopped. */
async function openWatched(site: OpenSite): Promise<OpenPage> {
  const opened = await site.open('');
  await watch(opened);
  return opened;
}

const stopped = ({ page }: OpenPage) => page.evaluate(() => (window as unknown as { stopped: string[] }).stopped);

describe('the policy of every page', () => {
  const site = openSite('every-kind-docs');

  it.each(['', 'search/?q=index'])(
    'stops code, markup and styles made from strings, and requests to other hosts: /%s',
    async (path) => {
      const opened = await site().open(path);
      await watch(opened);
      await opened.page.reload();
      // With search open, whose worker is the one exception.
      if (path !== '') await opened.page.locator('.results a, main ol a').first().waitFor();
      const ran = await opened.page.evaluate(async () => {
        const page = window as unknown as { ran?: string[] };
        const code = (way: string) => `(window.ran ??= []).push('${way}')`;
        const script = () => document.createElement('script');
        const address = `data:text/javascript,${code('address')}`;
        const ways: (() => unknown)[] = [
          () => {
            const made = script();
            made.textContent = code('text');
            document.body.append(made);
          },
          () => {
            const made = script();
            made.append(code('node'));
            document.body.append(made);
          },
          () => {
            const made = script();
            made.src = address;
            document.body.append(made);
          },
          () => document.body.insertAdjacentHTML('beforeend', `<img src="x:" onerror="${code('markup')}">`),
          () => {
            document.body.innerHTML = `<img src="x:" onerror="${code('markup')}">`;
          },
          () => new DOMParser().parseFromString('<p>x</p>', 'text/html'),
          () => document.body.setAttribute('onclick', code('handler')),
          () => document.body.setAttribute('style', 'color: red'),
          () => setTimeout(code('timer'), 0),
          () => new Worker(address),
          () => new Worker('/favicon.svg'),
          () => new Function(code('function'))(),
          () => Reflect.get(window, 'eval')(code('eval')),
          () => fetch('https://elsewhere.test/'),
        ];
        // What is evaluated for a test may evaluate too; what comes later may not.
        await new Promise((done) => setTimeout(done, 0));
        for (const way of ways) {
          try {
            await way();
          } catch {
            // Refused, as it should be.
          }
        }
        document.body.click();
        await new Promise((done) => setTimeout(done, 50));
        return page.ran ?? [];
      });
      expect(ran).toEqual([]);
      expect([...new Set(await stopped(opened))].sort()).toEqual(
        expect.arrayContaining([
          // Readers may have search ask a language model of their own.
          ...(path === '' ? ['connect-src https://elsewhere.test/'] : []),
          'require-trusted-types-for trusted-types-sink',
          'style-src-attr inline',
        ]),
      );
    },
  );

  it('stops nothing of ours, on any sort of page, with search open', async () => {
    const paths = [...EVERY_SORT_OF_PAGE, 'search/?q=index', 'embed/#claims/looking-things-up/facts-in-index/'];
    await sideBySide(
      paths,
      () => openWatched(site()),
      async (opened, path) => {
        await opened.page.goto(new URL(path, site().address).href);
        if (!path.startsWith('embed')) {
          await opened.page.keyboard.press('/');
          await opened.page.keyboard.type('rag');
        }
        await opened.page.waitForLoadState('networkidle');
        expect([path, await stopped(opened), opened.errors]).toEqual([path, [], []]);
      },
    );
  });
});

describe.skipIf(!NGINX).each(['every-kind', 'every-kind-docs'] as const)('%s served by nginx', (name) => {
  const site = openSite(name);

  it('carries the headers, and the browser has nothing to complain of', async () => {
    const { folder, base } = site().site;
    const { address, stop } = await runNginx(NGINX as string, { folder, base }, await temporaryFolder());
    onTestFinished(stop);

    const first = await fetch(address);
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const html = await first.text();
    const style = /href="([^"]+\.css)"/.exec(html)?.[1] as string;
    const hashed = await fetch(new URL(style, address));
    expect(hashed.status).toBe(200);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect(hashed.headers.get('x-content-type-options')).toBe('nosniff');
    const missing = await fetch(new URL('nowhere/', address));
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe(await readFile(join(folder, '404.html'), 'utf8'));

    await sideBySide(
      [...EVERY_SORT_OF_PAGE.filter((path) => path !== '404.html'), 'search/?q=index'],
      () => openWatched(site()),
      async (opened, path) => {
        await opened.page.goto(new URL(path, address).href);
        await opened.page.waitForLoadState('networkidle');
        expect(await stopped(opened), path).toEqual([]);
      },
    );
  });
});
