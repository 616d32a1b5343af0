import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from '../python-environment.ts';

const run = promisify(execFile);
/** The first that fetches the toolchain a module asks for by itself. */
const OLDEST_GO = 21;
const ENVIRONMENT = { ...process.env, GOTOOLCHAIN: 'auto', GOFLAGS: '-buildvcs=false' };
const CACHE = join(import.meta.dirname, '../../../.cache/kubernetes');
/** Symbols are for debuggers; without them a program has half the size. */
const WITHOUT_SYMBOLS = '-s';

/** One process builds into a partial folder; the others wait for it, and find the program there. */
const BUILD = `
  target=$1; shift
  [ -x "$target" ] && exit 0
  mkdir -p "$GOBIN" && "$@" && mv "$GOBIN"/* "$target" && rm -rf "$GOBIN"`;

let found: Promise<string> | undefined;

/** What `go` prints. */
export async function go(args: readonly string[], cwd = import.meta.dirname): Promise<string> {
  found ??= findGo();
  return (await run(await found, args, { cwd, env: ENVIRONMENT })).stdout;
}

/** The folder with the files of a module in one version, from the module proxy. */
export async function goModule(module: string, cwd?: string): Promise<string> {
  const { Dir } = JSON.parse(await go(['mod', 'download', '-json', module], cwd)) as { Dir: string };
  return Dir;
}

/** Path of the program of a published package, built once: `helm.sh/helm/v3/cmd/helm@v3.22.0`. */
export async function publishedProgram(packageAndVersion: string): Promise<string> {
  return build(programName(packageAndVersion), [
    '-trimpath',
    `-ldflags=${WITHOUT_SYMBOLS}`,
    packageAndVersion,
  ]);
}

/** Path of the program whose Go files, go.mod and go.sum are in a folder of ours; built once for each content of it. */
export async function ownProgram(folder: string, linkerFlags: string): Promise<string> {
  const hash = createHash('sha256').update(linkerFlags);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  const flags = ['-trimpath', `-ldflags=${WITHOUT_SYMBOLS} ${linkerFlags}`, '.'];
  return build(`${basename(folder)}-${hash.digest('hex').slice(0, 12)}`, flags, folder);
}

async function build(name: string, args: readonly string[], cwd = import.meta.dirname): Promise<string> {
  const target = join(CACHE, name);
  if (existsSync(target)) return target;
  mkdirSync(CACHE, { recursive: true });
  found ??= findGo();
  const command = [await found, 'install', ...args];
  await run('flock', [`${target}.lock`, 'sh', '-c', BUILD, 'sh', target, ...command], {
    cwd,
    env: { ...ENVIRONMENT, GOBIN: `${target}.partial` },
  });
  return target;
}

function programName(packageAndVersion: string): string {
  return packageAndVersion.slice(packageAndVersion.lastIndexOf('/') + 1);
}

/** The machine's, unless it has none or one that is too old: Debian's is for years. */
async function findGo(): Promise<string> {
  const version = await run('go', ['env', 'GOVERSION']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const minor = /^go1\.(\d+)/.exec(version)?.[1];
  if (Number(minor) >= OLDEST_GO) return 'go';
  return join(dirname(pythonWith(join(import.meta.dirname, 'requirements.txt'))), 'go');
}
