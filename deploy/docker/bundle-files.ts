import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { init, parse } from 'es-module-lexer';

export interface BundleFiles {
  /** Relative to the folder of the build. */
  readonly files: readonly string[];
  /** Names of packages of others that they import. */
  readonly packages: readonly string[];
}

/** The built files that entries reach by their imports, the lazy ones too. */
export async function bundleFiles(folder: string, entries: readonly string[]): Promise<BundleFiles> {
  await init;
  const files = new Set<string>();
  const packages = new Set<string>();
  const left = [...entries];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const [imports] = parse(readFileSync(posix.join(folder, file), 'utf8'), file);
    for (const { n: specifier } of imports) {
      if (specifier === undefined || specifier.startsWith('node:')) continue;
      if (specifier.startsWith('.')) left.push(posix.join(posix.dirname(file), specifier));
      else packages.add(packageOf(specifier));
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
