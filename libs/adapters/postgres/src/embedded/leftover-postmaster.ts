import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process, told apart from a later one with the same id by its start time. */
interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

interface PostmasterMark {
  readonly postmaster: ProcessMark;
  readonly parent: ProcessMark;
}

/** How long each step of ending a left-over may take: by its watcher, fast shutdown, immediate shutdown, kill. */
const STEPS = [
  { signal: undefined, patienceMs: 1500 },
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5000 },
  { signal: 'SIGKILL', patienceMs: 5000 },
] as const;
const POLL_MS = 25;

/** Remembers which process serves a data folder, so that the next start can tell a left-over from a rival. */
export function markPostmaster(path: string, postmasterPid: number): void {
  const mark: PostmasterMark = { postmaster: markOf(postmasterPid), parent: markOf(process.pid) };
  writeFileSync(path, JSON.stringify(mark), { mode: 0o600 });
}

/**
 * Ends a postmaster whose parent was killed and which did not end by itself.
 * Throws when its parent is alive: the folder is in use.
 */
export async function clearLeftover(path: string): Promise<void> {
  const mark = readMark(path);
  if (!mark) return;
  if (isAlive(mark.postmaster) && isAlive(mark.parent) && mark.parent.pid !== process.pid) {
    throw new Error(
      `The PostgreSQL data folder is in use by process ${mark.parent.pid}: stop it, or start with another data folder.`,
    );
  }
  for (const { signal, patienceMs } of STEPS) {
    if (!isAlive(mark.postmaster)) break;
    if (signal) process.kill(mark.postmaster.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (isAlive(mark.postmaster) && Date.now() < deadline) await sleep(POLL_MS);
  }
  rmSync(path, { force: true });
}

function readMark(path: string): PostmasterMark | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PostmasterMark;
  } catch {
    // Absent, or cut off by a crash: PostgreSQL's own lock on the folder still guards the data.
    return undefined;
  }
}

function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startTime(pid) ?? '' };
}

function isAlive(mark: ProcessMark): boolean {
  return mark.startedAt !== '' && startTime(mark.pid) === mark.startedAt;
}

/** Start time in clock ticks since boot, field 22 of /proc/<pid>/stat (proc(5)); undefined for a zombie or no process. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
