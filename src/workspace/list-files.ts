import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../wiki/text/order.ts';

/**
 * Paths below a folder whose names are wanted, with `/` between their parts, in order. What is hidden is passed over, and
 * folders behind a link are not entered. A folder that is not there holds nothing.
 */
export function listFiles(folder: string, isWanted: (name: string) => boolean): string[] {
  const found: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of entriesOf(join(folder, below))) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) waiting.push(`${below}${entry.name}/`);
      // A folder with the name of a file too: who reads it says so.
      if (isWanted(entry.name)) found.push(below + entry.name);
    }
  }
  return found.sort(compareText);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}
