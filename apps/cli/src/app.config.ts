import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

const USAGE = `millrace backup <target> [--data-dir=.millrace]      backs a data folder up, also of a running Millrace
  millrace restore <backup> <new data folder>          makes a data folder out of a backup
  millrace doctor [--json] [--data-dir=.millrace]      says what is wrong with an installation, by its settings`;

export type Command =
  | { readonly name: 'backup'; readonly dataDir: string; readonly target: string }
  | { readonly name: 'restore'; readonly dataDir: string; readonly backup: string }
  | { readonly name: 'doctor'; readonly environment: Environment; readonly isJson: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws CommandError that tells how it is called. */
export function readArguments(argv: readonly string[]): Command {
  const { positionals, values } = parse(argv);
  const [name, first, second, ...more] = positionals;
  const dataDir = resolve(values['data-dir'] ?? process.env['MILLRACE_DATA_DIR'] ?? '.millrace');
  if (name === 'backup' && first !== undefined && second === undefined) {
    return { name, dataDir, target: resolve(first) };
  }
  if (name === 'restore' && first !== undefined && second !== undefined && more.length === 0) {
    return { name, backup: resolve(first), dataDir: resolve(second) };
  }
  if (name === 'doctor' && first === undefined) {
    return {
      name,
      environment: { ...process.env, MILLRACE_DATA_DIR: dataDir },
      isJson: values.json ?? false,
    };
  }
  throw new CommandError(`this is called so:\n  ${USAGE}`);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { 'data-dir': { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n  ${USAGE}`, { cause: error });
  }
}
