import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerRecipe, StopStep } from './server-recipe.ts';

/** A process, told apart from a later one with the same id by its start time. */
interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

interface ServerMark {
  readonly server: ProcessMark;
  readonly parent: ProcessMark;
  /** On loopback. */
  readonly port: number;
}

/** How long a left-over may take to notice by itself that its parent is gone. */
const NOTICE_MS = 1500;
const KILL: StopStep = { signal: 'SIGKILL', patienceMs: 5000 };
const POLL_MS = 20;

/** Remembers which process serves, so that the next start can tell a left-over from a rival. */
export function markServer(path: string, pid: number, port: number): void {
  const mark: ServerMark = { server: markOf(pid), parent: markOf(process.pid), port };
  writeFileSync(path, JSON.stringify(mark), { mode: 0o600 });
}

/** The port on loopback of a server that is marked and alive; undefined when there is none. */
export function findServerPort(markPath: string): number | undefined {
  const mark = readMark(markPath);
  return mark && mark.port > 0 && isAlive(mark.server) ? mark.port : undefined;
}

/**
 * Waits for a server whose parent was killed to end, and ends it if it does not.
 * Throws when its parent is alive: the folder is in use.
 */
export async function clearLeftover({ name, markPath, stopSteps }: ServerRecipe): Promise<void> {
  const mark = readMark(markPath);
  if (!mark) return;
  if (isAlive(mark.server) && isAlive(mark.parent)) {
    throw new Error(
      `The ${name} data folder is in use by process ${mark.parent.pid}: stop it, or start with another data folder.`,
    );
  }
  await untilDead(mark.server, NOTICE_MS);
  for (const { signal, patienceMs } of [...stopSteps, KILL]) {
    if (!isAlive(mark.server)) break;
    process.kill(mark.server.pid, signal);
    await untilDead(mark.server, patienceMs);
  }
  rmSync(markPath, { force: true });
}

async function untilDead(mark: ProcessMark, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (isAlive(mark) && Date.now() < deadline) await sleep(POLL_MS);
}

function readMark(path: string): ServerMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as Partial<ServerMark>;
    const { server, parent, port = 0 } = mark;
    return server && parent ? { server, parent, port } : undefined;
  } catch {
    // Absent, or cut off by a crash: the server's own lock on its folder still guards the data.
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
