import { Option, type Command } from 'commander';
import type { components } from '@millrace/api-client';
import { CliError } from '../cli-error.ts';
import { collect } from '../connection/millrace.ts';
import { sessionOf } from '../connection/session.ts';
import { formatCost, formatNumber, formatTime, oneLine } from '../output/format.ts';
import { renderTable, type Column } from '../output/table.ts';
import type { Colors, Terminal } from '../output/terminal.ts';
import { countOption } from './arguments.ts';
import { addEvaluationStarts } from './start-evaluation.ts';
import { paintState } from './trace-columns.ts';
import { readOutcome, renderOutcome, untilEnded } from './evaluation-outcome.ts';

type Schemas = components['schemas'];
type Evaluation = Schemas['Evaluation'];

export function addEvaluations(program: Command, terminal: Terminal): void {
  const evaluations = program.command('eval').description('judge traces and datasets with scorers');
  addEvaluationStarts(evaluations, terminal);
  addStatus(evaluations, terminal);
  addList(evaluations, terminal);
  addItems(evaluations, terminal);
  addCancel(evaluations, terminal);
  addSchedules(evaluations, terminal);
}

function addStatus(evaluations: Command, terminal: Terminal): void {
  evaluations
    .command('status')
    .description('show how far an evaluation is, and what its scorers found')
    .argument('<evaluation-id>')
    .option('--wait', 'until it has ended; fails if the evaluation failed or was cancelled')
    .action(async (id: string, { wait }: { wait?: boolean }, command: Command) => {
      const session = sessionOf(command, terminal);
      const ended = wait ? await untilEnded(session, id) : undefined;
      const outcome = await readOutcome(session, id);
      await session.answer(outcome, () => renderOutcome(outcome, session.colors));
      if (ended && ended.state !== 'finished') throw new CliError(`The evaluation was ${ended.state}.`);
    });
}

function evaluationColumns(colors: Colors): Column<Evaluation>[] {
  return [
    { title: 'evaluation', show: (evaluation) => evaluation.evaluation_id },
    { title: 'name', show: ({ name }) => oneLine(name, 40) },
    {
      title: 'state',
      show: ({ state }) => state,
      paint: (text, { state }) => paintState(text, state, colors),
    },
    { title: 'began', show: (evaluation) => formatTime(evaluation.creation_time) },
    { title: 'of', isNumber: true, show: ({ ledger }) => String(ledger.sampled) },
    { title: 'scored', isNumber: true, show: ({ ledger }) => String(ledger.scored) },
    { title: 'failed', isNumber: true, show: ({ ledger }) => String(ledger.failed) },
    { title: 'cost', isNumber: true, show: ({ ledger }) => formatCost(ledger.cost_usd) },
  ];
}

function addList(evaluations: Command, terminal: Terminal): void {
  evaluations
    .command('list')
    .description('list evaluations, the newest first')
    .addOption(
      new Option('--state <state>').choices([
        'selecting',
        'running',
        'paused',
        'finished',
        'cancelled',
        'failed',
      ]),
    )
    .option('--limit <count>', 'at most so many', countOption, 20)
    .action(async ({ state, limit }: { state?: Evaluation['state']; limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const experimentId = await session.experimentId();
      const selection = {
        ...(state !== undefined && { state }),
        ...(experimentId !== undefined && { experiment_id: experimentId }),
      };
      const found = await collect(
        limit,
        (page) =>
          session.millrace.take(
            session.api.GET('/api/v1/evaluations', { params: { query: { ...page, ...selection } } }),
          ),
        (page) => page.evaluations,
      );
      await session.answer({ evaluations: found }, () =>
        renderTable(evaluationColumns(session.colors), found, session.colors),
      );
    });
}

function addItems(evaluations: Command, terminal: Terminal): void {
  const columns: Column<Schemas['EvaluationItem']>[] = [
    { title: 'subject', show: (item) => item.subject_id },
    { title: 'state', show: ({ state }) => state },
    { title: 'verdicts', show: ({ results }) => oneLine(results.map(verdictOf).join('; ')) },
    { title: 'why', show: ({ reason = '' }) => oneLine(reason) },
  ];
  evaluations
    .command('items')
    .description('show what became of each trace or record')
    .argument('<evaluation-id>')
    .addOption(new Option('--state <state>').choices(['pending', 'scored', 'skipped', 'failed']))
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(
      async (
        id: string,
        { state, limit }: { state?: Schemas['EvaluationItem']['state']; limit: number },
        command: Command,
      ) => {
        const session = sessionOf(command, terminal);
        const path = { evaluation_id: id };
        const found = await collect(
          limit,
          (page) => {
            const query = { ...page, ...(state !== undefined && { state }) };
            return session.millrace.take(
              session.api.GET('/api/v1/evaluations/{evaluation_id}/items', { params: { path, query } }),
            );
          },
          (page) => page.items,
        );
        await session.answer({ items: found }, () => renderTable(columns, found, session.colors));
      },
    );
}

function verdictOf({ name, state, value }: Schemas['ItemResult']): string {
  if (state !== 'scored') return `${name}: ${state}`;
  return `${name}: ${typeof value === 'number' ? formatNumber(value) : JSON.stringify(value)}`;
}

function addCancel(evaluations: Command, terminal: Terminal): void {
  evaluations
    .command('cancel')
    .description('end an evaluation; what was not judged is skipped')
    .argument('<evaluation-id>')
    .action(async (id: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const params = { path: { evaluation_id: id } };
      const ended = await session.millrace.take(
        session.api.POST('/api/v1/evaluations/{evaluation_id}/cancel', { params }),
      );
      await session.answer(ended, () => `Evaluation ${id} is ${ended.state}.`);
    });
}

function addSchedules(evaluations: Command, terminal: Terminal): void {
  const columns: Column<Schemas['Schedule']>[] = [
    { title: 'schedule', show: (schedule) => schedule.schedule_id },
    { title: 'name', show: ({ name }) => oneLine(name, 40) },
    { title: 'cron', show: ({ cron, time_zone: zone }) => `${cron} ${zone}` },
    {
      title: 'next',
      show: (schedule) => (schedule.is_paused ? 'paused' : formatTime(schedule.next_fire_time)),
    },
    { title: 'scorers', show: ({ scorers }) => scorers.map(({ name }) => name).join(', ') },
  ];
  evaluations
    .command('schedules')
    .description('list schedules, the newest first')
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async ({ limit }: { limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const experimentId = await session.experimentId();
      const found = await collect(
        limit,
        (page) => {
          const query = { ...page, ...(experimentId !== undefined && { experiment_id: experimentId }) };
          return session.millrace.take(
            session.api.GET('/api/v1/evaluation-schedules', { params: { query } }),
          );
        },
        (page) => page.schedules,
      );
      await session.answer({ schedules: found }, () => renderTable(columns, found, session.colors));
    });
}
