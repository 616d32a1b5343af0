import { posix } from 'node:path';

type Versions = Readonly<Record<string, string>>;

/** An entry of package-lock.json. */
export interface LockedPackage {
  readonly version?: string;
  /** Of a link: the folder that it leads to, which is one of our own packages. */
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
  readonly peerDependencies?: Versions;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly [rest: string]: unknown;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

export interface ClosureOptions {
  /** Our own optional packages are the embedded servers. */
  readonly hasEmbeddedServers: boolean;
  /** Of optional packages npm installs those for this platform. */
  readonly isInstalled: (folder: string) => boolean;
}

export interface PackageClosure {
  /** Our own packages, whose code is in the bundles. */
  readonly own: readonly string[];
  /** Where a package of others is, by where it has to be in an image: `node_modules/…`. */
  readonly packages: ReadonlyMap<string, string>;
  /** Those that our own packages ask for by name. */
  readonly direct: Versions;
}

/** What some of our packages need at run time, found in the lock file as Node finds it. Throws when two versions want one place. */
export function packageClosure(
  locked: LockedPackages,
  roots: readonly string[],
  options: ClosureOptions,
): PackageClosure {
  const own = new Set<string>();
  const packages = new Map<string, string>();
  const direct: Record<string, string> = {};
  const left = [...roots];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    const isOwn = !isOfOthers(folder);
    if (isOwn ? own.has(folder) : packages.get(placeOf(folder)) === folder) continue;
    if (isOwn) own.add(folder);
    else claim(packages, folder);
    for (const name of namesOf(locked[folder], isOwn, options)) {
      const found = findPackage(locked, folder, name);
      if (found === undefined || !isWanted(locked[folder], name, found, options)) continue;
      left.push(found);
      if (isOwn && isOfOthers(found)) direct[name] = locked[found]?.version ?? '';
    }
    if (isOwn && options.hasEmbeddedServers) requireServers(locked, folder, options);
  }
  return { own: [...own], packages, direct };
}

function isOfOthers(folder: string): boolean {
  return folder.includes('node_modules/');
}

/** The bundles are no longer beside the package that asked, so what lies in its own node_modules goes to the one of the image. */
function placeOf(folder: string): string {
  return folder.slice(folder.indexOf('node_modules/'));
}

function claim(packages: Map<string, string>, folder: string): void {
  const place = placeOf(folder);
  const other = packages.get(place);
  if (other !== undefined) {
    throw new Error(`${other} and ${folder} both want to be ${place} in the image: ask for one version`);
  }
  packages.set(place, folder);
}

function namesOf(
  locked: LockedPackage | undefined,
  isOwn: boolean,
  options: ClosureOptions,
): readonly string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = locked ?? {};
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  const optional = isOwn && !options.hasEmbeddedServers ? [] : Object.keys(optionalDependencies ?? {});
  return [...Object.keys(dependencies ?? {}), ...optional, ...peers];
}

function isWanted(
  asking: LockedPackage | undefined,
  name: string,
  found: string,
  { isInstalled }: ClosureOptions,
): boolean {
  return asking?.optionalDependencies?.[name] === undefined || isInstalled(found);
}

function requireServers(locked: LockedPackages, folder: string, { isInstalled }: ClosureOptions): void {
  const names = Object.keys(locked[folder]?.optionalDependencies ?? {});
  const installed = names.filter((name) => isInstalled(`node_modules/${name}`));
  if (names.length > 0 && installed.length === 0)
    throw new Error(`${folder} has no embedded server here: one of ${names.join(', ')} has to be installed`);
}

/** As Node looks for it: in each node_modules from the folder upwards. */
function findPackage(locked: LockedPackages, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    const place = posix.join(folder, 'node_modules', name);
    const entry = locked[place];
    if (entry) return entry.link ? entry.resolved : place;
    if (folder === '.') return undefined;
  }
}
