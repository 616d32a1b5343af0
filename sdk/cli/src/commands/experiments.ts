import type { Command } from 'commander';
import { collect } from '../connection/millrace.ts';
import { sessionOf } from '../connection/session.ts';
import { formatTime } from '../output/format.ts';
import { renderTable } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { countOption } from './arguments.ts';

export function addExperiments(program: Command, terminal: Terminal): void {
  const experiments = program.command('experiments').description('what traces, runs and scorers belong to');

  experiments
    .command('list')
    .description('list experiments')
    .option('--filter <filter>', `such as: name LIKE 'shop%'`)
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async ({ filter, limit }: { filter?: string; limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const found = await collect(
        limit,
        (page) => {
          const query = { ...page, ...(filter !== undefined && { filter }) };
          return session.millrace.take(session.api.GET('/api/v1/experiments', { params: { query } }));
        },
        (page) => page.experiments,
      );
      const columns = [
        { title: 'id', show: (row: (typeof found)[number]) => row.experiment_id },
        { title: 'name', show: (row: (typeof found)[number]) => row.name },
        { title: 'created', show: (row: (typeof found)[number]) => formatTime(row.creation_time) },
      ];
      await session.answer({ experiments: found }, () => renderTable(columns, found, session.colors));
    });

  experiments
    .command('create')
    .description('make an experiment')
    .argument('<name>')
    .action(async (name: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const made = await session.millrace.take(session.api.POST('/api/v1/experiments', { body: { name } }));
      await session.answer(made, () => `Experiment ${made.experiment_id} is made.`);
    });
}
