import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { type OpenPage, openSite } from '../support/open-site.ts';
import { EVERY_SORT_OF_PAGE } from '../support/page-list.ts';
import { runNginx } from '../support/run-nginx.ts';

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
const stopped = ({ page }: OpenPage) => page.evaluate(() => (window as unknown as { stopped: string[] }).stopped);

describe('the policy of every page', () => {
  const site = openSite('every-kind-docs');

  it('stops code and styles written into a page, and requests to other hosts', async () => {
    const opened = await site().open('');
    await watch(opened);
    await opened.page.reload();
    const ran = await opened.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="window.ran = true">x</p>');
      (document.body.lastElementChild as HTMLElement).click();
      await fetch('https://elsewhere.test/').catch(() => undefined);
      return (window as unknown as { ran?: boolean }).ran === true;
    });
    expect(ran).toBe(false);
    expect([...new Set(await stopped(opened))].sort()).toEqual([
      'connect-src https://elsewhere.test/',
      'script-src-attr inline',
      'script-src-elem inline',
      'style-src-attr inline',
    ]);
  });

  it('stops nothing of ours, on any sort of page, with search open', async () => {
    const opened = await site().open('');
    await watch(opened);
    for (const path of [...EVERY_SORT_OF_PAGE, 'search/?q=index', 'embed/#claims/looking-things-up/facts-in-index/']) {
      await opened.page.goto(new URL(path, site().address).href);
      if (!path.startsWith('embed')) {
        await opened.page.keyboard.press('/');
        await opened.page.keyboard.type('rag');
      }
      await opened.page.waitForLoadState('networkidle');
      expect(await stopped(opened), path).toEqual([]);
    }
    expect(opened.errors).toEqual([]);
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

    const opened = await site().open('');
    await watch(opened);
    for (const path of [...EVERY_SORT_OF_PAGE.filter((path) => path !== '404.html'), 'search/?q=index']) {
      await opened.page.goto(new URL(path, address).href);
      await opened.page.waitForLoadState('networkidle');
      expect(await stopped(opened), path).toEqual([]);
    }
  });
});
