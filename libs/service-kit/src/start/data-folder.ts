import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/**
 * Makes the data folder this process's own until it ends, however it ends: a socket is held, and the kernel lets go of it.
 * Throws StartError when another Millrace has the folder or it can't be written.
 */
export async function claimDataFolder(folder: string): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `the data folder ${folder} can't be written (${reason}); make it writable or set MILLRACE_DATA_DIR to a folder that is`,
      { cause: error },
    );
  }
  const path = socketOf(folder);
  if (await isAnswered(path)) {
    throw new StartError(
      `another Millrace is running on the data folder ${folder}; stop it or set MILLRACE_DATA_DIR to another folder`,
    );
  }
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.end());
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** Whether a Millrace runs on the folder. */
export async function isDataFolderClaimed(folder: string): Promise<boolean> {
  return existsSync(folder) && isAnswered(socketOf(folder));
}

/** Socket paths are limited to about 100 characters, so the socket is not in the folder itself. */
function socketOf(folder: string): string {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  return join(tmpdir(), `millrace-${digest}.sock`);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
