import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { blobKeySegments, blobPrefixSegments } from '@millrace/ports';

const MAX_NAME_LENGTH = 200;
/** Ends the name of every blob; no folder's name has it, so the blob `a` and the blob `a/b` don't collide. */
const BLOB_MARK = '~';

/** The file of a key. Throws Rejected for a key that is none, so no path leads out of `dir`. */
export function blobPath(dir: string, key: string): string {
  const segments = [...blobKeySegments(key)];
  const name = segments.pop() ?? '';
  return join(folderPath(dir, segments), nameOf(name) + BLOB_MARK);
}

/** The folder of all keys that begin with `prefix`. Throws Rejected unless it is segments that each end in `/`. */
export function prefixFolder(dir: string, prefix: string): string {
  return folderPath(dir, blobPrefixSegments(prefix));
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

function hashOf(segment: string): string {
  return createHash('sha256').update(segment).digest('hex');
}
