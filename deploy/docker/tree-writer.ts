import {
  chmodSync,
  copyFileSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Types, sources of other languages, source maps and texts: nothing reads them at run time. */
const UNREAD = /\.(?:[cm]?tsx?|map|md|markdown|flow|tsbuildinfo|a|h|cc?|cpp)$/i;
/** At the top of a package only: deeper, code may have such names. */
const UNREAD_FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  'benchmark',
  'benchmarks',
  'example',
  'examples',
]);
/** Licences ask to be passed on. */
const LICENCE = /licen[cs]e|notice|copying|patents/i;
const EXECUTABLE = 0o111;

/** Into a folder that is there. */
export type PutFile = (source: string, target: string) => void;

/** With the same rights wherever it comes from. */
export const copyFile: PutFile = (source, target) => {
  copyFileSync(source, target);
  chmodSync(target, statSync(source).mode & EXECUTABLE ? 0o755 : 0o644);
};

/** The same date for all of it makes the same image of the same files. */
export function dateFolder(folder: string, seconds: number): void {
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lutimesSync(join(parentPath, name), seconds, seconds);
  lutimesSync(folder, seconds, seconds);
}

/** Lays the files of an image out. */
export class TreeWriter {
  private readonly put: PutFile;

  constructor(put: PutFile) {
    this.put = put;
  }

  putFile(source: string, target: string): void {
    mkdirSync(dirname(target), { recursive: true });
    this.put(source, target);
  }

  /** With its source map, so that errors name lines of the sources, but without the sources. */
  putBundle(source: string, target: string): void {
    this.putFile(source, target);
    if (!existsSync(`${source}.map`)) return;
    const map = JSON.parse(readFileSync(`${source}.map`, 'utf8')) as object;
    writeFileSync(`${target}.map`, JSON.stringify({ ...map, sourcesContent: undefined }));
  }

  /** All of it. */
  putFolder(source: string, target: string): void {
    this.putEntries(source, target, () => true);
  }

  /** Without the packages in it, which are put on their own, and without what nothing reads. */
  putPackage(source: string, target: string): void {
    this.putEntries(source, target, (entry) => {
      if (!entry.isDirectory()) return !UNREAD.test(entry.name) || LICENCE.test(entry.name);
      return (
        entry.name !== 'node_modules' && !(entry.parentPath === source && UNREAD_FOLDERS.has(entry.name))
      );
    });
  }

  private putEntries(source: string, target: string, isWanted: (entry: Dirent) => boolean): void {
    const entries = readdirSync(source, { withFileTypes: true }).filter(isWanted);
    if (entries.some((entry) => !entry.isDirectory())) mkdirSync(target, { recursive: true });
    for (const entry of entries) {
      const [from, to] = [join(source, entry.name), join(target, entry.name)];
      if (entry.isDirectory()) this.putEntries(from, to, isWanted);
      else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
      else this.put(from, to);
    }
  }
}
