import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of a package.json in the repository is read here. */
interface SourceManifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A package as it is published. */
export interface PublishedPackage {
  /** In the repository. */
  readonly folder: string;
  readonly source: SourceManifest;
  /** A command: nobody imports it, and it has its dependencies beside it rather than inside. */
  readonly isProgram: boolean;
  /** Source files by the name of what is built of them. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Stay outside of what is built, by the versions that may stand beside it. */
const DEPENDENCIES: Readonly<Record<string, string>> = {
  // As many versions as possible, so that there is one copy with an application's own OpenTelemetry.
  '@opentelemetry/api': '^1.9.0',
};
const OLDEST_NODE = '>=18.19.0';
const OLDEST_NODE_OF_PROGRAMS = '>=20';

/** Reads a package of the repository: `./runtime` of its exports is built as `runtime`, `.` as `index`. */
export function readPackage(folder: string): PublishedPackage {
  const source = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as SourceManifest;
  const isProgram = source.bin !== undefined;
  const entries = Object.fromEntries(
    Object.entries(source.bin ?? source.exports).map(([name, file]) => [entryName(name), join(folder, file)]),
  );
  return { folder, source, isProgram, entries };
}

/** The package.json that is published: what is imported from the outside is a dependency, ours by the same version. */
export function publishedManifest(built: PublishedPackage, imports: readonly string[]): object {
  const { name, version, description, license, dependencies: own } = built.source;
  const versions: Readonly<Record<string, string>> = { ...own, ...DEPENDENCIES };
  const versionOf = (imported: string): string =>
    PUBLISHED.includes(imported) ? version : (versions[imported] ?? version);
  return {
    ...{ name, version, description, license },
    type: 'module',
    engines: { node: built.isProgram ? OLDEST_NODE_OF_PROGRAMS : OLDEST_NODE },
    ...(built.isProgram ? programFields(built) : libraryFields(built)),
    dependencies: Object.fromEntries(imports.map((imported) => [imported, versionOf(imported)])),
  };
}

function libraryFields({ source }: PublishedPackage): object {
  return {
    sideEffects: false,
    exports: Object.fromEntries(Object.keys(source.exports).map((path) => [path, exportOf(entryName(path))])),
    // For tools that know no exports.
    main: './cjs/index.cjs',
    types: './cjs/index.d.cts',
  };
}

function programFields({ entries }: PublishedPackage): object {
  return { bin: Object.fromEntries(Object.keys(entries).map((name) => [name, `./esm/${name}.js`])) };
}

/** Name of the package that an import is of; undefined for what Node brings along. */
export function importedPackage(id: string): string | undefined {
  if (id.startsWith('node:')) return undefined;
  return id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether an import stays one: what Node brings along, what is published on its own, and what an application may have itself. */
export function isOutside(id: string, { source, isProgram }: PublishedPackage): boolean {
  if (id.startsWith('node:')) return true;
  const name = importedPackage(id) ?? '';
  if (isProgram) return name in source.dependencies && !name.startsWith('@millrace/');
  return name !== source.name && (name in DEPENDENCIES || PUBLISHED.includes(name));
}

/** Every package that is published. */
const PUBLISHED = ['@millrace/tracing', '@millrace/sdk', '@millrace/cli'];
/** Their folders, those that others stand on first. */
export const PUBLISHED_FOLDERS = ['sdk/tracing', 'sdk/typescript', 'sdk/cli'];

function entryName(path: string): string {
  return path === '.' ? 'index' : path.replace(/^\.\//, '');
}

function exportOf(entry: string): object {
  return {
    import: { types: `./esm/${entry}.d.ts`, default: `./esm/${entry}.js` },
    require: { types: `./cjs/${entry}.d.cts`, default: `./cjs/${entry}.cjs` },
  };
}
