import { spawn } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { StartFailure, type ServerRecipe, type SpawnedServer } from '@millrace/embedded-server';
import { ENGINE_USER, type EngineFolder } from './engine-config.ts';

const OUTPUT_KEPT = 8000;
/** Started with less, it answers and does not show its newest parts. (Seen with 26.7: `visible` = 0 in system.parts.) */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;
const DISK_FULL =
  'The disk with the ClickHouse data folder is full: free some space or move the folder, then start again.';
const require = createRequire(import.meta.url);

/** How to run the engine out of libchdb in a child process. */
export function engineRecipe(folder: EngineFolder): ServerRecipe {
  return {
    name: 'ClickHouse',
    markPath: folder.markPath,
    // Killed at once: kill -9 loses nothing acknowledged, and an orderly exit hangs on engine threads.
    stopSteps: [],
    expectStartable: () => expectRoom(folder),
    spawn: (port) => spawnEngine(folder, port),
    isAnswering: (port) => isAnswering(folder, port),
    explain,
  };
}

/** Throws when there is no engine for this machine. */
export function checkPlatform(platform = process.platform, arch = process.arch): void {
  const library = `@chdb/lib-${platform}-${arch}-gnu/libchdb.so`;
  const advice = 'Run a ClickHouse server and set MILLRACE_CLICKHOUSE_URL to its address.';
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch)) {
    throw new Error(`There is no embedded ClickHouse for ${platform} on ${arch}. ${advice}`);
  }
  try {
    require.resolve(library);
  } catch (error) {
    throw new Error(
      `The embedded ClickHouse (${library}) is not installed: run npm install without --omit=optional. ${advice}`,
      { cause: error },
    );
  }
}

async function expectRoom({ markPath }: EngineFolder): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(markPath));
  if (bavail * bsize < LEAST_FREE_BYTES) throw new StartFailure(DISK_FULL);
}

/** The host ends when its stdin closes, which the kernel does however we die. */
function spawnEngine(folder: EngineFolder, port: number): SpawnedServer {
  const host = require.resolve('@millrace/adapter-clickhouse/host');
  const args = [host, folder.enginePath, String(port), folder.configPath, 'warning'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-OUTPUT_KEPT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // A child that dies before it is told to makes writes to its stdin fail; its exit says all there is to say.
  child.stdin.on('error', () => undefined);
  return { child, output: () => output };
}

/** With our password, so that no other ClickHouse on that port is taken for ours. */
async function isAnswering(folder: EngineFolder, port: number): Promise<boolean> {
  try {
    const headers = { 'X-ClickHouse-User': ENGINE_USER, 'X-ClickHouse-Key': folder.password };
    const response = await fetch(`http://127.0.0.1:${port}/?query=SELECT+1`, { headers });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

function explain(output: string): StartFailure {
  if (output.includes('Cannot lock file')) {
    return new StartFailure(
      'The ClickHouse data folder is in use by another process: stop it, or start with another data folder.',
    );
  }
  if (/Address already in use/.test(output)) {
    return new StartFailure('The port for the embedded ClickHouse is taken.', 'port-taken');
  }
  if (/No space left on device|NOT_ENOUGH_SPACE/.test(output)) {
    return new StartFailure(DISK_FULL);
  }
  if (/Permission denied|Read-only file system/.test(output)) {
    return new StartFailure(
      `The ClickHouse data folder can't be written: give this user access to it. (${lastLine(output)})`,
    );
  }
  if (/GLIBC|cannot open shared object|dlopen/i.test(output)) {
    return new StartFailure(
      `The embedded ClickHouse can't be loaded on this system (${lastLine(output)}): it needs glibc. ` +
        'Run a ClickHouse server and set MILLRACE_CLICKHOUSE_URL to its address.',
    );
  }
  return new StartFailure(`The embedded ClickHouse ended while starting: ${lastLine(output)}`);
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Logging '));
  const error = lines.findLast((line) => line.includes('Exception')) ?? lines.at(-1);
  return error?.trim() ?? 'it said nothing (killed, or out of memory)';
}
