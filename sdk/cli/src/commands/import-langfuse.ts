import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CliError, EXIT } from '../cli-error.ts';
import { sessionOf } from '../connection/session.ts';
import { LangfuseFiles } from '../imports/langfuse/langfuse-files.ts';
import { LangfuseServer } from '../imports/langfuse/langfuse-server.ts';
import { importPrompts } from '../imports/prompt-importer.ts';
import type { Terminal } from '../output/terminal.ts';
import { addressOption } from './arguments.ts';
import { importTraces, report } from './import-report.ts';

interface LangfuseOptions {
  readonly from?: string;
  readonly publicKey?: string;
  readonly secretKey?: string;
}

export function addLangfuse(imports: Command, terminal: Terminal): void {
  imports
    .command('langfuse')
    .description(
      'traces with scores of exports of Langfuse (JSON, JSON lines, CSV); of a server, prompts too',
    )
    .argument('[file...]', 'traces, observations and scores, together or apart')
    .option('--from <url>', 'a server instead of files: https://cloud.langfuse.com', addressOption)
    .addOption(new Option('--public-key <key>', 'of the project there').env('LANGFUSE_PUBLIC_KEY'))
    .addOption(new Option('--secret-key <key>', 'of the project there').env('LANGFUSE_SECRET_KEY'))
    .action(async (files: string[], options: LangfuseOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      if ((files.length === 0) === (options.from === undefined)) {
        throw new CliError(
          'Give either files of an export, or --from with the address of a server.',
          EXIT.wrongUse,
        );
      }
      const experimentId = await session.experimentIdOrDefault();
      if (options.from === undefined) {
        const paths = files.map((file) => resolve(file));
        const identity = ['langfuse', ...paths.flatMap((path) => [path, sizeOf(path)])];
        const traces = await importTraces(session, new LangfuseFiles(paths), { experimentId, identity });
        await report(session, { traces });
        return;
      }
      const server = new LangfuseServer(options.from, keysOf(options), terminal.signal);
      const project = `${options.from}/project/${await server.projectId()}`;
      const identity = ['langfuse', project];
      const traces = await importTraces(session, server, { experimentId, identity });
      const prompts = await importPrompts(session, project, server.prompts());
      await report(session, { traces, prompts });
    });
}

function keysOf({ publicKey, secretKey }: LangfuseOptions) {
  if (publicKey !== undefined && secretKey !== undefined) return { publicKey, secretKey };
  throw new CliError('Give the keys of the project: --public-key and --secret-key.', EXIT.wrongUse);
}

function sizeOf(path: string): string {
  try {
    return String(statSync(path).size);
  } catch (cause) {
    throw new CliError(`${path} can't be read: is it there?`, EXIT.wrongUse, { cause });
  }
}
