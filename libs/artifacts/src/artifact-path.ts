import { Rejected } from '@millrace/domain';

const MOST_PATH_BYTES = 2000;
const MOST_NAME_BYTES = 255;
/** Names that are percent-encoded again and again are looked at so many times. */
const MOST_DECODINGS = 5;
const CONTROL = /\p{Cc}/u;
const DRIVE = /^[a-z]:/i;

/**
 * The path of a file: names joined by `/`. Throws Rejected for any other: nothing that means another place to whoever stores it in a
 * folder, such as `..`, a leading `/`, a drive letter or one of them percent-encoded.
 */
export function parseArtifactPath(text: string): string {
  const fault = faultOf(text);
  if (fault === undefined) return text;
  throw new Rejected(`Invalid path ${JSON.stringify(text.slice(0, 200))}: ${fault}`);
}

/** The path of a folder; empty for the root. Throws Rejected. */
export function parseArtifactFolder(text: string): string {
  const folder = text.endsWith('/') ? text.slice(0, -1) : text;
  return folder === '' && text !== '/' ? '' : parseArtifactPath(folder);
}

function faultOf(path: string): string | undefined {
  if (!path.isWellFormed()) return 'it is not Unicode text';
  if (Buffer.byteLength(path) > MOST_PATH_BYTES) return `it has more than ${MOST_PATH_BYTES} bytes`;
  const plain = faultOfNames(path);
  if (plain !== undefined) return plain;
  let decoded = path;
  for (let count = 0; count < MOST_DECODINGS; count++) {
    const next = decodeOnce(decoded);
    if (next === decoded) return undefined;
    if (faultOfNames(next) !== undefined) return `it is percent-encoded, and decoded ${faultOfNames(next)}`;
    decoded = next;
  }
  return 'it is percent-encoded many times over';
}

function faultOfNames(path: string): string | undefined {
  const names = path.split('/');
  if (path.startsWith('/')) return 'it must not begin with a slash';
  if (names.includes('')) return 'a name in it is empty';
  if (names.some((name) => name === '.' || name === '..')) return "it must not contain '.' or '..'";
  if (path.includes('\\')) return 'it must not contain a backslash';
  if (names.some((name) => DRIVE.test(name))) return 'a name in it begins with a drive letter';
  // The MLflow client refuses to list a folder with such a name.
  if (path.includes('#')) return "it must not contain '#'";
  if (CONTROL.test(path)) return 'it contains a control character';
  if (names.some((name) => Buffer.byteLength(name) > MOST_NAME_BYTES)) {
    return `a name in it has more than ${MOST_NAME_BYTES} bytes`;
  }
  return undefined;
}

/** What is no encoding, such as `100%`, stays. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
