import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGL drawn by the processor: the same on every machine. The page around it is not put together through WebGL: that takes half as long again. */
const WEBGL = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-compositing',
];

/** A browser without WebGL unless a test asks for it, and without the back-forward cache, which not all of Playwright can follow. */
export async function launchBrowser({
  webGl = false,
  backForwardCache = false,
  args = [] as string[],
} = {}): Promise<Browser> {
  return chromium.launch({
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
    executablePath: await findBrowser(),
    args: [...(webGl ? [...ARGUMENTS.filter((one) => one !== '--disable-gpu'), ...WEBGL] : ARGUMENTS), ...args],
  });
}
