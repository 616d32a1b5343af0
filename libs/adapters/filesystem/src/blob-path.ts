import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Rejected } from '@millrace/domain';

const MAX_KEY_LENGTH = 512;
const MAX_NAME_LENGTH = 200;
const SEGMENT = /^[A-Za-z0-9._-]+$/;
/** Ends the name of every blob; no folder's name has it, so the blob `a` and the blob `a/b` don't collide. */
const BLOB_MARK = '~';

/** The file of a key. Throws Rejected for a key that is none, so no path leads out of `dir`. */
export function blobPath(dir: string, key: string): string {
  const segments = parseSegments(key, key);
  const name = segments.pop() ?? '';
  return join(folderPath(dir, segments), nameOf(name) + BLOB_MARK);
}

/** The folder of all keys that begin with `prefix`. Throws Rejected unless it is segments that each end in `/`. */
export function prefixFolder(dir: string, prefix: string): string {
  if (!prefix.endsWith('/')) throw new Rejected(`the blob prefix '${prefix}' must end in '/'`);
  return folderPath(dir, parseSegments(prefix.slice(0, -1), prefix));
}

/** Each segment's folder lies in one of 256, so that a workspace with a million traces makes no huge folder. */
function folderPath(dir: string, segments: readonly string[]): string {
  return join(dir, ...segments.flatMap((segment) => [hashOf(segment).slice(0, 2), nameOf(segment)]));
}

/** Capitals are escaped because some file systems ignore case; long segments are hashed because names end at 255 bytes. */
function nameOf(segment: string): string {
  const name = segment.replace(/[A-Z]/g, (capital) => `+${capital.toLowerCase()}`);
  return name.length <= MAX_NAME_LENGTH ? name : `=${hashOf(segment)}`;
}

function parseSegments(path: string, key: string): string[] {
  const segments = path.split('/');
  const isBad = (segment: string) => !SEGMENT.test(segment) || segment === '.' || segment === '..';
  if (key.length > MAX_KEY_LENGTH || segments.some(isBad)) {
    throw new Rejected(
      `${JSON.stringify(key.slice(0, 100))} is no blob key: use segments of A-Z a-z 0-9 . _ - joined by '/', at most ${MAX_KEY_LENGTH} characters`,
    );
  }
  return segments;
}

function hashOf(segment: string): string {
  return createHash('sha256').update(segment).digest('hex');
}
