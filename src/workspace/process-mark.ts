import { readFileSync } from 'node:fs';

/**
 * Name of a running process that no later process has: its number and, where the system tells (Linux), the moment it
 * began, because numbers come again, in containers at every start.
 */
export function processMark(pid = process.pid): string {
  const start = startOf(pid);
  return start === undefined ? `${pid}` : `${pid}-${start}`;
}

/** Whether the process that a mark was made for is still there. */
export function isRunning(mark: string): boolean {
  const [pid = 0, start] = mark.split('-').map(Number);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return start === undefined || startOf(pid) === undefined || startOf(pid) === start;
}

/** Clock ticks from the start of the system to the start of the process: field 22 of `/proc/PID/stat`, see proc(5). */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isInteger(ticks) ? ticks : undefined;
  } catch {
    return undefined;
  }
}
