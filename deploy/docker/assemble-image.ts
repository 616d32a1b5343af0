// node deploy/docker/assemble-image.ts <folder>: lays out in <folder>/<image> what is /millrace in that image, of the build in
// dist and the packages in node_modules. The Dockerfile runs it; a test starts the services from the same folders.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleFiles } from './bundle-files.ts';
import { copyFile, dateFolder, TreeWriter, type PutFile } from './tree-writer.ts';
import { appFolders, IMAGE_NAMES, IMAGES, type ImageName } from './image-contents.ts';
import {
  packageClosure,
  type LockedPackage,
  type LockedPackages,
  type PackageClosure,
} from './package-closure.ts';
import { writeBillOfMaterials } from './write-bill-of-materials.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Of our own packages: what is read at run time, and hence not in a bundle. */
  readonly files?: readonly string[];
  readonly exports?: unknown;
}

/** Writes an image's files into a new folder. */
export async function assembleImage(
  name: ImageName,
  folder: string,
  putFile: PutFile = copyFile,
): Promise<void> {
  const content = IMAGES[name];
  const tree = new TreeWriter(putFile);
  const { files, packages } = await bundleFiles(join(ROOT, 'dist'), content.entries);
  const lock = readJson<{ packages: LockedPackages }>('package-lock.json').packages;
  const closure = packageClosure(lock, appFolders(content), {
    hasEmbeddedServers: content.hasEmbeddedServers ?? false,
    isInstalled: (path) => existsSync(join(ROOT, path)),
  });
  requirePackages(name, packages, closure);
  mkdirSync(folder, { recursive: true });
  for (const file of files) tree.putBundle(join(ROOT, 'dist', file), join(folder, 'dist', file));
  for (const each of content.folders ?? [])
    tree.putFolder(join(ROOT, 'dist', each), join(folder, 'dist', each));
  for (const [place, source] of closure.packages) tree.putPackage(join(ROOT, source), join(folder, place));
  for (const own of closure.own) putOwnFiles(tree, own, folder);
  tree.putFile(join(import.meta.dirname, 'health-check.mjs'), join(folder, 'health-check.mjs'));
  writeManifests(name, folder, closure, lock);
  await writeBillOfMaterials(folder);
}

function requirePackages(name: string, imported: readonly string[], { packages }: PackageClosure): void {
  const missing = imported.filter((each) => !packages.has(`node_modules/${each}`));
  if (missing.length > 0)
    throw new Error(
      `${name} imports ${missing.join(', ')}, which no package.json of what it is made of asks for`,
    );
}

/** The few files that our own packages find by their own name. */
function putOwnFiles(tree: TreeWriter, own: string, folder: string): void {
  const manifest = readJson<Manifest>(join(own, 'package.json'));
  const files = globSync([...(manifest.files ?? [])], { cwd: join(ROOT, own) });
  if (files.length === 0) return;
  const target = join(folder, 'node_modules', manifest.name);
  for (const file of files) tree.putFile(join(ROOT, own, file), join(target, file));
  const { name, exports } = manifest;
  writeJson(join(target, 'package.json'), { name, version: ownVersion(), type: 'module', exports });
}

/** What scanners of images read, and the bill of materials is made of. */
function writeManifests(name: string, folder: string, closure: PackageClosure, lock: LockedPackages): void {
  const { license } = readJson<Manifest>('package.json');
  const root = {
    name: `millrace-${name}`,
    version: ownVersion(),
    license,
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(Object.entries(closure.direct).sort()),
  };
  const places = [...closure.packages].sort();
  const packages = Object.fromEntries(places.map(([place, source]) => [place, productionOnly(lock[source])]));
  writeJson(join(folder, 'package.json'), root);
  writeJson(join(folder, 'package-lock.json'), {
    name: root.name,
    version: root.version,
    lockfileVersion: 3,
    packages: { '': root, ...packages },
  });
}

/** The repository's lock file marks what only its own development needs. */
function productionOnly(entry: LockedPackage | undefined): object {
  const { dev, devOptional, optional, peer, ...rest } = entry ?? {};
  void [dev, devOptional, optional, peer];
  return rest;
}

function ownVersion(): string {
  return readJson<Manifest>('package.json').version;
}

function readJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Content;
}

function writeJson(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? 'dist/images');
  for (const name of IMAGE_NAMES) await assembleImage(name, join(folder, name));
  const date = process.env['SOURCE_DATE_EPOCH'];
  if (date !== undefined && date !== '') dateFolder(folder, Number(date));
}
