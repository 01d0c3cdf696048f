import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../wiki/text/order.ts';

/** States kept for later builds. */
const KEPT = 8;

/** Leaves the newest `most` of what is kept side by side in a folder. That it cannot (another build was first) harms nobody. */
export async function pruneKept(folder: string, most = KEPT): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  kept.sort((left, right) => right.time - left.time || compareText(left.name, right.name));
  for (const { name } of kept.slice(most)) {
    const path = join(folder, name);
    // Out of the way in one step: whoever reads it finds it whole or not at all.
    await rename(path, `${path}.old`).catch(() => undefined);
    await rm(`${path}.old`, { recursive: true, force: true }).catch(() => undefined);
  }
}
