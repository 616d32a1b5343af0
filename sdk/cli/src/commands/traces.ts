import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import type { components } from '@millrace/api-client';
import { collect } from '../connection/millrace.ts';
import { sessionOf, type Session } from '../connection/session.ts';
import { startProgress } from '../output/progress.ts';
import { renderTable } from '../output/table.ts';
import { write, type Terminal } from '../output/terminal.ts';
import { countOption, timeOption } from './arguments.ts';
import { followTraces } from './follow-traces.ts';
import { readTrace, renderTrace } from './show-trace.ts';
import { traceColumns, traceLine } from './trace-columns.ts';

type Trace = components['schemas']['Trace'];

interface Selection {
  readonly from?: string;
  readonly to?: string;
  readonly state?: Trace['state'];
  readonly session?: string;
  readonly user?: string;
}

const GRAMMAR = `
A filter is written as: status = 'ERROR' AND tags.env = 'prod' AND span(type = 'TOOL' AND latency > '5s')
The whole grammar: docs/filters.md`;

export function addTraces(program: Command, terminal: Terminal): void {
  const traces = program.command('traces').description('search and read traces');
  addSearch(traces, terminal);
  addGet(traces, terminal);
  addTail(traces, terminal);
  addExport(traces, terminal);
}

function addSearch(traces: Command, terminal: Terminal): void {
  selecting(traces.command('search').description('find traces, the newest first'))
    .option('--order-by <order>', 'such as: execution_time DESC')
    .option('--limit <count>', 'at most so many', countOption, 20)
    .action(
      async (
        filter: string | undefined,
        options: Selection & { orderBy?: string; limit: number },
        command: Command,
      ) => {
        const session = sessionOf(command, terminal);
        const query = await queryOf(session, filter, options);
        const order = options.orderBy === undefined ? {} : { order_by: options.orderBy };
        const found = await collect<Trace, { traces: Trace[]; next_page_token?: string }>(
          options.limit,
          (page) => {
            // With all that was acknowledged before the command; the pages after the first go on from there.
            const isFirst = page.page_token === undefined;
            const whole = { ...query, ...order, ...page, ...(isFirst && { consistency: 'strong' as const }) };
            return session.millrace.take(session.api.GET('/api/v1/traces', { params: { query: whole } }));
          },
          (page) => page.traces,
        );
        await session.answer({ traces: found }, () =>
          renderTable(traceColumns(session.colors), found, session.colors),
        );
      },
    );
}

function addGet(traces: Command, terminal: Terminal): void {
  traces
    .command('get')
    .description('show a trace and its spans')
    .argument('<trace-id>', 'as it is shown anywhere: 32 hex digits, tr-…')
    .option('--payloads', 'with what every span was asked and answered')
    .action(async (traceId: string, options: { payloads?: boolean }, command: Command) => {
      const session = sessionOf(command, terminal);
      const trace = await readTrace(session, traceId, options.payloads ?? false);
      await session.answer(trace, () => renderTrace(trace, session.colors));
    });
}

function addTail(traces: Command, terminal: Terminal): void {
  selecting(traces.command('tail').description('show traces as they end, until Ctrl-C'))
    .option('--interval <seconds>', 'how often to look', countOption, 2)
    .action(
      async (filter: string | undefined, options: Selection & { interval: number }, command: Command) => {
        const session = sessionOf(command, terminal);
        const query = await queryOf(session, filter, options);
        for await (const trace of followTraces(session, query, options.interval)) {
          await session.line(trace, () => traceLine(trace, session.colors));
        }
      },
    );
}

function addExport(traces: Command, terminal: Terminal): void {
  selecting(traces.command('export').description('write all traces that a filter finds, one row each'))
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['ndjson', 'csv', 'arrow', 'parquet'])
        .default('ndjson'),
    )
    .option('-o, --output <file>', 'into a file; otherwise to the output')
    .action(
      async (
        filter: string | undefined,
        options: Selection & { format: 'ndjson' | 'csv' | 'arrow' | 'parquet'; output?: string },
        command: Command,
      ) => {
        const session = sessionOf(command, terminal);
        const query = { ...(await queryOf(session, filter, options)), format: options.format };
        const asked = session.api.GET('/api/v1/traces/export', { params: { query }, parseAs: 'stream' });
        const bytes = await session.millrace.stream(asked);
        if (options.output === undefined) {
          for await (const chunk of bytes) await write(terminal.output, chunk);
          return;
        }
        const written = await writeFile(session, bytes, options.output);
        if (!session.isJson) session.say(`${written} bytes in ${options.output}.`);
      },
    );
}

async function writeFile(session: Session, bytes: ReadableStream<Uint8Array>, file: string): Promise<number> {
  const progress = startProgress(session.terminal, `writing ${file}`, 'bytes');
  let count = 0;
  const counted = async function* () {
    for await (const chunk of bytes) {
      count += chunk.byteLength;
      progress.update(count, undefined);
      yield chunk;
    }
  };
  try {
    await pipeline(counted, createWriteStream(file));
  } finally {
    progress.stop();
  }
  return count;
}

/** What all commands over many traces take. */
function selecting(command: Command): Command {
  return command
    .argument('[filter]', `such as: status = 'ERROR'`)
    .option('--from <time>', 'that began then or later: 30m, 6h, 7d (ago) or a time', timeOption)
    .option('--to <time>', 'that began before then', timeOption)
    .addOption(new Option('--state <state>').choices(['OK', 'ERROR', 'IN_PROGRESS']))
    .option('--session <id>', 'of a session')
    .option('--user <id>', 'of a user')
    .addHelpText('after', GRAMMAR);
}

async function queryOf(
  session: Session,
  filter: string | undefined,
  { from, to, state, session: sessionId, user }: Selection,
) {
  const experimentId = await session.experimentId();
  return {
    ...(experimentId !== undefined && { experiment_id: experimentId }),
    ...(filter !== undefined && { filter }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(state !== undefined && { state }),
    ...(sessionId !== undefined && { session: sessionId }),
    ...(user !== undefined && { user }),
  };
}
