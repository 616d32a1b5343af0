import type { Command } from 'commander';
import { sessionOf } from '../connection/session.ts';
import { PhoenixServer } from '../imports/phoenix/phoenix-server.ts';
import { PhoenixTraces } from '../imports/phoenix/phoenix-traces.ts';
import type { Terminal } from '../output/terminal.ts';
import { addressOption, listOption } from './arguments.ts';
import { importTraces, report } from './import-report.ts';
import { pairExperiments } from './pair-experiments.ts';

interface PhoenixOptions {
  readonly from: string;
  readonly fromToken?: string;
  readonly only?: string[];
}

export function addPhoenix(imports: Command, terminal: Terminal): void {
  imports
    .command('phoenix')
    .description('projects of a Phoenix server: traces with annotations')
    .requiredOption('--from <url>', 'where Phoenix answers', addressOption)
    .option('--from-token <key>', 'an API key of it')
    .option('--only <project>', 'a project by name; may be repeated', listOption)
    .addHelpText(
      'after',
      '\nProjects come into experiments of the same name; with --experiment all into that one.',
    )
    .action(async (options: PhoenixOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const server = new PhoenixServer(options.from, options.fromToken, terminal.signal);
      const projects = await pairExperiments(session, server.projects(), options.only);
      const traces = await importTraces(session, new PhoenixTraces(server, options.from, projects), {
        experimentId: projects[0]?.to ?? '0',
        identity: ['phoenix', options.from, ...(options.only ?? [])],
      });
      await report(session, { traces });
    });
}
