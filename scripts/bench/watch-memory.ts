import { readdirSync, readFileSync } from 'node:fs';

/** Often enough to see a build's peak, seldom enough to cost well under one per cent of a core. */
const EVERY_MS = 100;
const PAGE_BYTES = 4096;

/** Watches the resident memory of a process and its descendants together. Linux only: elsewhere there is no peak. */
export function watchMemory(root: number): { peakBytes(): number | undefined; stop(): void } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeBytes(root));
  }, EVERY_MS);
  return { peakBytes: () => (peak > 0 ? peak : undefined), stop: () => clearInterval(timer) };
}

function treeBytes(root: number): number {
  const children = new Map<number, number[]>();
  for (const pid of numbersIn('/proc')) {
    const parent = parentOf(pid);
    if (parent === undefined) continue;
    const known = children.get(parent);
    if (known) known.push(pid);
    else children.set(parent, [pid]);
  }
  let bytes = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    // The second number of `statm` is the resident pages.
    bytes += Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;
    waiting.push(...(children.get(pid) ?? []));
  }
  return bytes;
}

/** In `stat` the parent is the second field behind the name in brackets, which may hold anything. */
function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** A process may end between the listing and the reading. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
