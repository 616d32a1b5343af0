import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Below what the kernel gives to outgoing connections (from 32768 on): none takes such a port before the server listens. */
const PORTS = [10_240, 32_767] as const;
/** A file for each port that a test process of this user has been given. */
const GIVEN = join(tmpdir(), `millrace-test-ports-${process.getuid?.()}`);

/** A loopback port that nothing listens on, and that no other test process on this machine is given as long as this one lives. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS[0], PORTS[1] + 1);
    if (take(port) && (await isFree(port))) return port;
  }
}

function take(port: number): boolean {
  mkdirSync(GIVEN, { recursive: true });
  const file = join(GIVEN, String(port));
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!existsSync(`/proc/${ownerOf(file)}`)) rmSync(file, { force: true });
    return false;
  }
}

/** The process in a file that may be about to be written, or to go away. */
function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8') || 'self';
  } catch {
    return 'self';
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
