import { astro } from './astro.ts';
import { eleventy } from './eleventy.ts';
import { onrecord, onrecordFirst } from './onrecord.ts';
import { starlight, starlightSidebar } from './starlight.ts';
import type { Tool } from './tool.ts';

/** In the order in which they take their turns; ours first, the others are compared with it. */
export const tools: readonly Tool[] = [onrecord, astro, starlight, eleventy];

/** Run only when named. */
export const moreTools: readonly Tool[] = [onrecordFirst, starlightSidebar];
