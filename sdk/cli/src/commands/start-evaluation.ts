import { Option, type Command } from 'commander';
import type { components } from '@millrace/api-client';
import { CliError } from '../cli-error.ts';
import { sessionOf, type Session } from '../connection/session.ts';
import { formatTime } from '../output/format.ts';
import type { Terminal } from '../output/terminal.ts';
import { countOption, listOption, numberOption, parseJson, timeOption } from './arguments.ts';
import { findDataset } from './datasets.ts';
import { readOutcome, renderOutcome, untilEnded } from './evaluation-outcome.ts';

type CreateEvaluation = components['schemas']['CreateEvaluationBody'];
type ChosenScorer = CreateEvaluation['scorers'][number];

interface Sampling {
  readonly scorer: string[];
  readonly filter?: string;
  readonly sample?: number;
  readonly maxTraces?: number;
  readonly budget?: number;
}

interface RunOptions extends Sampling {
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
  readonly trace?: string[];
  readonly dataset?: string;
  readonly wait?: boolean;
}

interface ScheduleOptions extends Sampling {
  readonly cron: string;
  readonly timeZone?: string;
  readonly window?: 'since-previous-fire' | 'previous-day';
  readonly paused?: boolean;
}

export function addEvaluationStarts(evaluations: Command, terminal: Terminal): void {
  addRun(evaluations, terminal);
  addSchedule(evaluations, terminal);
}

function addRun(evaluations: Command, terminal: Terminal): void {
  sampling(evaluations.command('run').description('judge traces, or the records of a dataset'))
    .option('--name <name>', 'to find it again by')
    .option('--from <time>', 'traces that began then or later: 30m, 6h, 7d (ago) or a time', timeOption)
    .option('--to <time>', 'traces that began before then', timeOption)
    .option('--trace <id>', 'this trace; may be repeated', listOption)
    .option('--dataset <name or id>', 'the records of a dataset')
    .option('--wait', 'until it has ended, and show what was found')
    .action(async (options: RunOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const body = await runBody(session, options);
      const begun = await session.millrace.take(session.api.POST('/api/v1/evaluations', { body }));
      const { evaluation_id: id } = begun;
      if (!options.wait) {
        await session.answer(begun, () => `Evaluation ${id} has begun: millrace eval status ${id} --wait`);
        return;
      }
      session.say(`Evaluation ${id} has begun.`);
      const ended = await untilEnded(session, id);
      const outcome = await readOutcome(session, id);
      await session.answer(outcome, () => renderOutcome(outcome, session.colors));
      if (ended.state !== 'finished') throw new CliError(`The evaluation was ${ended.state}.`);
    });
}

async function runBody(session: Session, options: RunOptions): Promise<CreateEvaluation> {
  const { name, from, to, trace, dataset } = options;
  return {
    ...samplingBody(options),
    experiment_id: await session.experimentIdOrDefault(),
    ...(name !== undefined && { name }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(trace !== undefined && { trace_ids: trace }),
    ...(dataset !== undefined && { dataset_id: (await findDataset(session, dataset)).dataset_id }),
  };
}

function addSchedule(evaluations: Command, terminal: Terminal): void {
  sampling(evaluations.command('schedule').description('judge new traces by the clock'))
    .argument('<name>')
    .requiredOption('--cron <fields>', `minute hour day month weekday: '0 3 * * *'`)
    .option('--time-zone <zone>', 'of the clock: Europe/Berlin')
    .addOption(
      new Option('--window <window>', 'which traces').choices(['since-previous-fire', 'previous-day']),
    )
    .option('--paused', 'do not begin yet')
    .action(async (name: string, options: ScheduleOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const { cron, timeZone, window, paused } = options;
      const body = {
        ...samplingBody(options),
        experiment_id: await session.experimentIdOrDefault(),
        name,
        cron,
        ...(timeZone !== undefined && { time_zone: timeZone }),
        ...(window !== undefined && { window }),
        ...(paused && { is_paused: true }),
      };
      const made = await session.millrace.take(session.api.POST('/api/v1/evaluation-schedules', { body }));
      await session.answer(made, () =>
        made.next_fire_time === undefined
          ? `Schedule ${made.schedule_id} is made, and paused.`
          : `Schedule ${made.schedule_id} fires next at ${formatTime(made.next_fire_time)}.`,
      );
    });
}

function sampling(command: Command): Command {
  return command
    .requiredOption(
      '--scorer <scorer>',
      'NAME, NAME@VERSION, or a built-in check: NAME=KIND, NAME=KIND:{"parameter": 1}; may be repeated',
      listOption,
    )
    .option('--filter <filter>', 'only these traces: docs/filters.md')
    .option('--sample <share>', 'of the traces: 0.1', numberOption)
    .option('--max-traces <count>', 'at most so many', countOption)
    .option('--budget <dollars>', 'end when the judges have cost so much', numberOption);
}

function samplingBody({ scorer, filter, sample, maxTraces, budget }: Sampling) {
  return {
    scorers: scorer.map(parseScorer),
    ...(filter !== undefined && { filter }),
    ...(sample !== undefined && { sample_rate: sample }),
    ...(maxTraces !== undefined && { max_traces: maxTraces }),
    ...(budget !== undefined && { budget_usd: budget }),
  };
}

/** `name`, `name@3`, `name=kind`, `name=kind:{"parameter": …}`. */
export function parseScorer(text: string): ChosenScorer {
  const [, checkName, kind, parameters] = /^([^=]+)=(\w+)(?::(.*))?$/s.exec(text) ?? [];
  if (checkName !== undefined && kind !== undefined) {
    const given =
      parameters === undefined ? {} : { parameters: parseJson(parameters, `What follows ${kind}`) };
    const definition = { millrace_scorer: { kind, ...given } } as NonNullable<ChosenScorer['definition']>;
    return { name: checkName, definition };
  }
  const [, name = text, version] = /^(.+)@(\d+)$/.exec(text) ?? [];
  return { name, ...(version !== undefined && { version: Number(version) }) };
}
