import { resolve } from 'node:path';
import type { Command } from 'commander';
import { sessionOf } from '../connection/session.ts';
import { OtlpFiles } from '../imports/otlp/otlp-files.ts';
import { importDatasets } from '../imports/mlflow/mlflow-datasets.ts';
import { mlflowPrompts } from '../imports/mlflow/mlflow-prompts.ts';
import { MlflowServer } from '../imports/mlflow/mlflow-server.ts';
import { MlflowTraces } from '../imports/mlflow/mlflow-traces.ts';
import { importPrompts } from '../imports/prompt-importer.ts';
import type { Terminal } from '../output/terminal.ts';
import { addressOption, listOption } from './arguments.ts';
import { addLangfuse } from './import-langfuse.ts';
import { addPhoenix } from './import-phoenix.ts';
import { pairExperiments } from './pair-experiments.ts';
import { importTraces, report } from './import-report.ts';

export function addImports(program: Command, terminal: Terminal): void {
  const imports = program
    .command('import')
    .description('bring over what is elsewhere; the same import twice gives nothing twice');
  addOtlp(imports, terminal);
  addMlflow(imports, terminal);
  addLangfuse(imports, terminal);
  addPhoenix(imports, terminal);
}

function addOtlp(imports: Command, terminal: Terminal): void {
  imports
    .command('otlp')
    .description(`traces of OTLP JSON files, JSON lines too (the Collector's file exporter), .gz too`)
    .argument('<file...>')
    .action(async (files: string[], _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const source = new OtlpFiles(files.map((file) => resolve(file)));
      const experimentId = await session.experimentIdOrDefault();
      const traces = await importTraces(session, source, {
        experimentId,
        identity: ['otlp', ...source.identity()],
      });
      await report(session, { traces });
    });
}

interface MlflowOptions {
  readonly from: string;
  readonly fromToken?: string;
  readonly only?: string[];
}

function addMlflow(imports: Command, terminal: Terminal): void {
  imports
    .command('mlflow')
    .description('experiments with their traces, prompts and datasets of an MLflow server')
    .requiredOption('--from <url>', 'where the MLflow server answers', addressOption)
    .option('--from-token <token>', 'its bearer token')
    .option('--only <experiment>', 'an experiment by name; may be repeated', listOption)
    .addHelpText(
      'after',
      '\nExperiments come into those of the same name; with --experiment all into that one.',
    )
    .action(async (options: MlflowOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const server = new MlflowServer(options.from, options.fromToken, terminal.signal);
      const experiments = await pairExperiments(session, experimentsOf(server), options.only);
      const traces = await importTraces(session, new MlflowTraces(server, experiments), {
        experimentId: experiments[0]?.to ?? '0',
        identity: ['mlflow', options.from, ...(options.only ?? [])],
      });
      const prompts = await importPrompts(session, options.from, mlflowPrompts(server));
      const datasets = await importDatasets(session, server, experiments);
      await report(session, { traces, prompts, datasets });
    });
}

async function* experimentsOf(server: MlflowServer) {
  for await (const { experiment_id: id, name } of server.experiments()) yield { id, name };
}
