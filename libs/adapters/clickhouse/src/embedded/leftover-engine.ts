import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process, told apart from a later one with the same id by its start time. */
interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

interface EngineMark {
  readonly engine: ProcessMark;
  readonly parent: ProcessMark;
}

const PATIENCE_MS = 3000;
const POLL_MS = 50;

/** Remembers which process serves a data folder, so that the next start can tell a left-over from a rival. */
export function markEngine(path: string, enginePid: number): void {
  const mark: EngineMark = { engine: markOf(enginePid), parent: markOf(process.pid) };
  writeFileSync(path, JSON.stringify(mark), { mode: 0o600 });
}

/**
 * Waits for an engine whose parent was killed to end, and ends it if it does not.
 * Throws when the engine's parent is alive: the folder is in use.
 */
export async function clearLeftover(path: string): Promise<void> {
  const mark = readMark(path);
  if (!mark) return;
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive(mark.engine) && Date.now() < deadline) {
    if (isAlive(mark.parent)) throw folderInUse(mark.parent.pid);
    await sleep(POLL_MS);
  }
  if (isAlive(mark.engine)) process.kill(mark.engine.pid, 'SIGKILL');
  while (isAlive(mark.engine)) await sleep(POLL_MS);
  rmSync(path, { force: true });
}

export function folderInUse(pid?: number): Error {
  const by = pid === undefined ? 'another process' : `process ${pid}`;
  return new Error(
    `The ClickHouse data folder is in use by ${by}: stop it, or start with another data folder.`,
  );
}

function readMark(path: string): EngineMark | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EngineMark;
  } catch {
    // Absent, or cut off by a crash: the engine's own lock on the folder still guards the data.
    return undefined;
  }
}

function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startTime(pid) ?? '' };
}

function isAlive(mark: ProcessMark): boolean {
  return startTime(mark.pid) === mark.startedAt && mark.startedAt !== '';
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
