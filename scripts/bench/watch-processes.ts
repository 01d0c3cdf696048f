import { readdirSync, readFileSync } from 'node:fs';

/** Often enough to see a build's peak, seldom enough to cost well under one per cent of a core. */
const EVERY_MS = 100;
const PAGE_BYTES = 4096;
/** Linux counts processor time in hundredths of a second, whatever the machine (`USER_HZ`). */
const TICK_MS = 10;

export interface Usage {
  /** Largest resident memory of a process and its descendants together; pages they share count more than once. */
  peakRssBytes: number;
  /** Processor time of all of them, up to the last look. */
  cpuMs: number;
}

/** Watches a process and its descendants. Linux only: elsewhere there is nothing to tell. */
export function watchProcesses(root: number): { usage(): Usage | undefined; stop(): void } {
  let peakRssBytes = 0;
  const ticks = new Map<number, number>();
  const timer = setInterval(() => {
    let bytes = 0;
    for (const known of treeOf(root)) {
      ticks.set(known.pid, known.ticks);
      // The second number of `statm` is the resident pages.
      bytes += Number(read(`/proc/${known.pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;
    }
    peakRssBytes = Math.max(peakRssBytes, bytes);
  }, EVERY_MS);
  return {
    usage() {
      if (peakRssBytes === 0) return undefined;
      return { peakRssBytes, cpuMs: [...ticks.values()].reduce((sum, each) => sum + each * TICK_MS, 0) };
    },
    stop: () => clearInterval(timer),
  };
}

interface Process {
  pid: number;
  parent: number;
  ticks: number;
}

function treeOf(root: number): Process[] {
  const all = numbersIn('/proc').flatMap((pid) => processOf(pid) ?? []);
  const children = Map.groupBy(all, (each) => each.parent);
  const found: Process[] = [];
  const waiting = all.filter((each) => each.pid === root);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    waiting.push(...(children.get(next.pid) ?? []));
  }
  return found;
}

/** `stat` is `pid (name) state parent …`, and the name may hold anything; times are its fields 14 and 15. */
function processOf(pid: number): Process | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
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
