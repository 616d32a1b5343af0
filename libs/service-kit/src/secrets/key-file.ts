import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start/start-error.ts';

const KEY_BYTES = 32;

/** The key in a file that only its owner may read; made at the first start. Throws StartError for a file that holds none. */
export function readOrCreateKey(path: string): string {
  try {
    return readKey(path) ?? createKey(path);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`the key of the secrets can't be read or made (${reason}); make ${path} readable`, {
      cause: error,
    });
  }
}

function readKey(path: string): string | undefined {
  const text = readText(path)?.trim();
  if (text === undefined) return undefined;
  if (Buffer.from(text, 'base64').length === KEY_BYTES) return text;
  throw new StartError(
    `${path} holds no key: put back the file as it was, or remove it and store all secrets again`,
  );
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all: a crash must not leave a key cut short, under which nothing could be read again. */
function createKey(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const key = randomBytes(KEY_BYTES).toString('base64');
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } finally {
    rmSync(draft);
  }
  return key;
}
