import { chmodSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleImage } from '../../deploy/docker/assemble-image.ts';
import { IMAGE_NAMES, type ImageName } from '../../deploy/docker/image-contents.ts';
import { readImage } from './dockerfile.ts';
import type { Launch } from './service-fleet.ts';

/** The file trees of all images, laid out as the Dockerfile does it, with nothing of the repository beside them. */
export interface AssembledImages {
  folderOf(name: ImageName): string;
  /** As an engine would start it: the image's command and environment, as its user. */
  launch(name: ImageName): Launch;
  remove(): void;
}

export async function assembleImages(): Promise<AssembledImages> {
  // Not in the repository, where Node would find its packages.
  const folder = mkdtempSync(join(tmpdir(), 'millrace-images-'));
  chmodSync(folder, 0o755);
  const folderOf = (name: ImageName): string => join(folder, name);
  mkdirSync(join(folder, 'bin'));
  putQuickly(process.execPath, join(folder, 'bin', 'node'));
  await Promise.all(IMAGE_NAMES.map((name) => assembleImage(name, folderOf(name), putQuickly)));
  return {
    folderOf,
    launch: (name) => {
      const { command, environment, user } = readImage(name);
      const [program, ...args] = command;
      if (program !== 'node') throw new Error(`the image ${name} starts ${program}, not node`);
      return {
        command: [join(folder, 'bin', 'node'), ...args],
        env: { PATH: join(folder, 'bin'), ...environment },
        cwd: folderOf(name),
        user: user.split(':')[0] ?? '',
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Gigabytes of packages, which nothing writes to. */
function putQuickly(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
