import { Rejected } from '@millrace/domain';

const MAX_KEY_LENGTH = 512;
const SEGMENT = /^[A-Za-z0-9._-]+$/;

/** The segments of the key of a blob. Throws Rejected for a key that is none. */
export function blobKeySegments(key: string): readonly string[] {
  return segmentsOf(key, key);
}

/** The segments of a prefix of keys. Throws Rejected unless it is segments that each end in `/`. */
export function blobPrefixSegments(prefix: string): readonly string[] {
  if (!prefix.endsWith('/')) throw new Rejected(`the blob prefix '${prefix}' must end in '/'`);
  return segmentsOf(prefix.slice(0, -1), prefix);
}

function segmentsOf(path: string, key: string): readonly string[] {
  const segments = path.split('/');
  const isBad = (segment: string) => !SEGMENT.test(segment) || segment === '.' || segment === '..';
  if (key.length > MAX_KEY_LENGTH || segments.some(isBad)) {
    throw new Rejected(
      `${JSON.stringify(key.slice(0, 100))} is no blob key: use segments of A-Z a-z 0-9 . _ - joined by '/', at most ${MAX_KEY_LENGTH} characters`,
    );
  }
  return segments;
}
