import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../../src/wiki/kinds/index.ts';
import { SPECULATION_RULES } from '../../src/wiki/views/speculation-rules.ts';
import { loadSite } from '../../src/workspace/load-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { HOSTILE, TRAP } from '../support/hostile-content.ts';
import { addressOf, readSite } from '../support/read-site.ts';
import { ROOT, runCommand } from '../support/run-command.ts';
import { sideBySide } from '../support/side-by-side.ts';
import { testSite } from '../support/test-sites.ts';

describe('content that tries to run code', () => {
  it('has pages of every kind', async () => {
    const pages = await readSite(await testSite('hostile'));
    for (const { folder } of allKinds) {
      expect(pages.some((page) => page.file.startsWith(`${folder}/`) && page.file.split('/').length > 2)).toBe(true);
    }
  });

  it('becomes no script, no handler and no element that our own pages do not have', async () => {
    const site = await testSite('hostile');
    const ours = new Set((await readSite(await testSite('every-kind'))).flatMap((page) => page.elements));
    const inline = new Set([await readFile(join(ROOT, 'src/browser/early-theme.js'), 'utf8'), SPECULATION_RULES]);
    for (const page of await readSite(site)) {
      expect([page.file, page.handlers]).toEqual([page.file, []]);
      const strange = page.scripts.filter((source) => !/^\/_astro\/[\w.-]+\.js$/.test(source));
      expect([page.file, strange]).toEqual([page.file, []]);
      expect([page.file, page.inlineScripts.filter((text) => !inline.has(text))]).toEqual([page.file, []]);
      expect([page.file, page.elements.filter((element) => !ours.has(element))]).toEqual([page.file, []]);
      for (const data of page.data) expect(() => JSON.parse(data)).not.toThrow();
    }
    for (const element of ['iframe', 'object', 'embed', 'style', 'textarea', 'portal']) {
      expect([element, ours.has(element)]).toEqual([element, false]);
    }
  });

  it('leads to web pages only, and asks no other host for anything', async () => {
    const site = await testSite('hostile');
    for (const page of await readSite(site)) {
      for (const { element, rel, value } of page.references) {
        const target = new URL(value, addressOf(site, page));
        expect([page.file, value, /^https?:$/.test(target.protocol)]).toEqual([page.file, value, true]);
        const canonical = element === 'link' && rel === 'canonical';
        if (element !== 'a' && !canonical) expect([page.file, target.origin]).toEqual([page.file, site.site]);
      }
    }
  });

  it('stays readable: it is shown as the text it is', async () => {
    const pages = await readSite(await testSite('hostile'));
    for (const file of ['articles/guide/index.html', 'claims/talk/said/index.html', 'comparisons/choice/index.html']) {
      expect(pages.find((page) => page.file === file)?.text).toContain(HOSTILE.slice(0, 60));
    }
    expect(pages.find((page) => page.file === 'concepts/other/index.html')?.text).toContain('<script>');
  });

  it('runs nothing in a browser, and every request stays on this host', async () => {
    const site = await testSite('hostile');
    const browser = await launchBrowser();
    try {
      const asked: string[] = [];
      const open = async () => {
        const page = await browser.newPage();
        await page.route('**', (route) => {
          const url = new URL(route.request().url());
          if (url.origin !== site.site) asked.push(url.href);
          const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
          return url.origin === site.site
            ? route.fulfill({ path: site.folder + decodeURIComponent(path) })
            : route.abort();
        });
        return page;
      };
      const isTrapped = (page: Page) => page.evaluate((name) => name in window, TRAP);
      const pages = (await readSite(site)).filter(({ refresh }) => refresh === undefined);
      await sideBySide(pages, open, async (page, { file }) => {
        await page.goto(`${site.site}/${file.replace(/index\.html$/, '')}`);
        // Where a handler in a heading would feel it.
        const heading = await page.locator('h1').first().boundingBox();
        if (heading) await page.mouse.move(heading.x + 4, heading.y + heading.height / 2);
        expect([file, await isTrapped(page)]).toEqual([file, false]);
      });
      // Addresses that readers are sent: questions, fragments, what is framed.
      const payloads = [
        HOSTILE,
        `<img src=x onerror="window.${TRAP}=1">`,
        `javascript:window.${TRAP}=1`,
        '../../x',
        '%',
        '\0',
      ];
      const addresses = payloads
        .map(encodeURIComponent)
        .flatMap((text) => [
          ...[`search/?q=${text}&kind=${text}&about=${text}&from=${text}`, `paths/?from=${text}&to=${text}`],
          ...[`compare/?a=${text}&b=${text}`, `embed/#${text}`, `embed/#claims/${text}/`],
          ...[`graph/#${text}`, `graph/?${text}`],
          ...[`comparisons/choice/#${text}`, `comparisons/choice/#guide=${text}`, `concepts/rag/#:~:text=${text}`],
        ]);
      await sideBySide(addresses, open, async (page, address) => {
        // Where only the fragment changes, a browser would not load the page again.
        await page.goto('about:blank');
        await page.goto(`${site.site}/${address}`);
        await page.waitForLoadState('networkidle');
        expect([address, await isTrapped(page)]).toEqual([address, false]);
      });
      await sideBySide(payloads, open, async (page, payload) => {
        await page.goto(`${site.site}/`);
        await page.keyboard.press('/');
        await page.locator('dialog input').fill(payload);
        await page.waitForLoadState('networkidle');
        expect([payload, await isTrapped(page)]).toEqual([payload, false]);
      });
      expect(asked).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('addresses that run code', () => {
  const ADDRESSES = [
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '[a](&#106;avascript:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](java&NewLine;script:alert(1))',
    '<javascript:alert(1)>',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '![a](javascript:alert(1))',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[a](//evil.example/)',
    '[a](\\\\evil.example/)',
  ];
  const content = (prose: string) => ({ 'articles/a.md': `---\ntitle: A\n---\n${prose}\n` });

  it.each(ADDRESSES)('%j is refused by check and rendered as no address', async (prose) => {
    const folder = await temporaryFolder();
    await writeFiles(content(prose), folder);
    // As the dev server renders it, errors or not.
    const site = await loadSite({ content: folder });
    expect(site.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['unsafe-url']);
    const view = site.view('article:a') as { body?: string };
    expect(view.body).not.toMatch(/(?:href|src)="(?!#)/);
  });

  it.each(['url: "javascript:alert(1)"', 'url: "data:text/html,x"', 'url: " javascript:alert(1)"'])(
    '%s in a field is refused',
    async (field) => {
      const folder = await temporaryFolder();
      await writeFiles({ 'resources/r.md': `---\ntitle: R\n${field}\n---\n` }, folder);
      const { code, stdout } = await runCommand(['check', '--json', '--content', folder]);
      expect([code, JSON.parse(stdout).code]).toEqual([1, 'wrong-value']);
    },
  );
});
