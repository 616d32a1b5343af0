import { minVersion, satisfies } from 'semver';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * Where a package-lock.json does not do what the package.json files ask: a package that is not locked, another version, one that
 * is asked for no longer; and where it names a registry. `manifests` has every package.json by its folder, '' for the root.
 */
export function lockFaults(lock, manifests) {
  const faults = [];
  for (const [folder, manifest] of Object.entries(manifests)) {
    const file = folder === '' ? 'package.json' : `${folder}/package.json`;
    const locked = lock.packages[folder];
    if (!locked) {
      faults.push(`${file} is a workspace that the lock does not know`);
      continue;
    }
    for (const kind of KINDS) {
      faults.push(...differences(file, kind, manifest[kind] ?? {}, locked[kind] ?? {}));
    }
    for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      faults.push(...resolution(file, name, range, resolve(lock, folder, name)));
    }
  }
  const workspaces = Object.keys(lock.packages).filter(
    (path) => path !== '' && !path.includes('node_modules/'),
  );
  for (const folder of workspaces.filter((each) => !(each in manifests))) {
    faults.push(`the lock has the workspace ${folder}, which is gone`);
  }
  for (const [path, { resolved = '' }] of Object.entries(lock.packages)) {
    if (/^https?:/.test(resolved)) faults.push(`the lock says where ${path} comes from: leave that to npm`);
  }
  return [...new Set(faults)];
}

/** The lock keeps a copy of what each package.json asked for when it was written. */
function differences(file, kind, wanted, locked) {
  const names = new Set([...Object.keys(wanted), ...Object.keys(locked)]);
  return [...names]
    .filter((name) => wanted[name] !== locked[name])
    .map(
      (name) => `${file} has ${name} ${wanted[name] ?? 'not'} in ${kind}, the lock ${locked[name] ?? 'not'}`,
    );
}

function resolution(file, name, range, found) {
  if (!found) return [`${file} needs ${name}, which the lock does not have`];
  if (found.link || range === '*' || !isRange(range) || satisfies(found.version, range)) return [];
  return [`${file} needs ${name} ${range}, the lock has ${found.version}`];
}

/** Of a package that a folder of ours needs: its own copy, else the one of a folder above. */
function resolve(lock, folder, name) {
  for (let each = folder; ; each = each.includes('/') ? each.slice(0, each.lastIndexOf('/')) : '') {
    const found = lock.packages[`${each === '' ? '' : `${each}/`}node_modules/${name}`];
    if (found || each === '') return found;
  }
}

function isRange(range) {
  try {
    return minVersion(range) !== null;
  } catch {
    return false;
  }
}
