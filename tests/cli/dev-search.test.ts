import { realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { keepRunning } from '../support/run-command.ts';
import { twoTranscripts } from '../support/two-transcripts.ts';

it('searches while somebody writes, and finds what has just been written', async () => {
  const folder = await temporaryFolder(await realpath(tmpdir()));
  await writeFiles(twoTranscripts(), folder);
  const server = keepRunning(['dev', '--content', folder, '--port', '0']);
  onTestFinished(() => server.stop());
  const [, address = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\//);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();

  await page.goto(`${address}/search/?q=facts`);
  const results = page.locator('#search-results li');
  await results.filter({ hasText: 'Facts belong in the index.' }).first().waitFor();
  await page.goto(`${address}/search/?q=walrus`);
  await results.filter({ hasText: 'walrus ledger' }).waitFor();

  await writeFile(
    join(folder, 'concepts/late.md'),
    '---\ntitle: Zyzzyva watching\n---\nA late hobby [[claim:one/facts]].\n',
  );
  // The page reloads by itself, or is asked again: whichever comes first.
  await expect
    .poll(
      async () => {
        await page.goto(`${address}/search/?q=zyzzyva`);
        await page.locator('#search-said span').first().waitFor();
        return results.allTextContents();
      },
      { timeout: 90_000 },
    )
    .toEqual([expect.stringContaining('Zyzzyva watching')]);

  // It may reload once more by itself, in the middle of anything.
  await expect
    .poll(
      async () => {
        await page.goto(`${address}/concepts/rag/`);
        await page.waitForFunction(() => customElements.get('theme-switch') !== undefined);
        await page.keyboard.press('/');
        await page.keyboard.type('zyzzyva');
        const option = page.getByRole('option', { name: /Zyzzyva watching/ }).first();
        await option.waitFor({ timeout: 15_000 });
        return option.isVisible();
      },
      { timeout: 90_000 },
    )
    .toBe(true);
});
