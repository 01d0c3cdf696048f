import { getSystemErrorMessage } from 'node:util';

/** What the system says no with, in words for whoever typed the command, and what to do. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not; look at its permissions',
  EPERM: 'this user may not; look at its permissions',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full; make room and try again',
  EDQUOT: 'the share of the disk is used up; make room and try again',
  EMFILE: 'too many files are open; raise the limit with `ulimit -n`',
  ENFILE: 'too many files are open on this machine',
  ENOENT: 'it is not there, or a link to it is broken',
  EISDIR: 'it is a folder; a file was expected',
  ENOTDIR: 'a part of this path is a file; a folder was expected',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long for this disk',
  EIO: 'the disk does not answer; it may be broken',
  EBUSY: 'something else uses it',
};

/**
 * A failure of the system below us (`ENOSPC`, `EACCES` …) → one sentence with the path; `undefined` for everything
 * that is a fault of ours, which keeps its stack.
 */
export function describeSystemError(problem: unknown): string | undefined {
  if (!(problem instanceof Error) || !('syscall' in problem) || !('code' in problem)) return undefined;
  const { code, errno, path, dest } = problem as NodeJS.ErrnoException & { dest?: string };
  const words = WORDS[String(code)] ?? (errno === undefined ? undefined : getSystemErrorMessage(errno));
  if (words === undefined || problem.syscall === 'spawn') return undefined;
  const place = path ?? dest;
  return place === undefined ? words : `${place}: ${words}`;
}

/** What the system says of a path names it always; by itself it leaves it out for folders that are read as files. */
export function withPath(problem: unknown, path: string): unknown {
  if (problem instanceof Error && 'code' in problem) (problem as NodeJS.ErrnoException).path ??= path;
  return problem;
}
