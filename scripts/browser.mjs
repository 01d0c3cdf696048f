// Finds a Chromium for the tests, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall } from './apt.mjs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of a browser: one that is there, else Playwright's own, else the system's package. */
export async function findBrowser() {
  const there = PLACES.find((path) => path && existsSync(path));
  if (there) return there;
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.error('Installing a browser for the tests …');
  const cli = new URL('../node_modules/playwright-core/cli.js', import.meta.url).pathname;
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  aptInstall('chromium');
  const installed = PLACES.find((path) => path && existsSync(path));
  if (!installed) throw new Error('no browser: install Chromium, or name one in CHROMIUM_PATH');
  return installed;
}
