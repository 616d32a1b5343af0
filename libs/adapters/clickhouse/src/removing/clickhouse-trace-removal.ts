import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@millrace/domain';
import {
  TraceRemoval,
  type IdPage,
  type Person,
  type StoredRows,
  type StoredTraceFacts,
  type TraceSelection,
} from '@millrace/ports';
import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import {
  countStatement,
  DESCRIBE_TRACES,
  FIND_DELETED,
  FIND_JUDGING,
  FIND_OF_PERSON,
  maskedPartitions,
  mutationsOfNote,
  REMOVABLE_TABLES,
  removeStatement,
  type RemovableTable,
} from '../queries/removals.ts';

interface FactsRow {
  readonly trace_hex: string;
  readonly experiments: readonly number[];
  readonly users: readonly string[];
  readonly sessions: readonly string[];
  readonly span_count: string;
}

interface MutationsRow {
  readonly known: string;
  readonly waiting: string;
  readonly reason: string;
  readonly replicas: string;
}

interface CountRow {
  readonly row_count: number;
  readonly table_bytes: number;
  readonly table_rows: number;
}

/** Of a bound: none. */
const ANY_TIME = 0n;
const FIRST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 1_000;
/** Rows are marked within seconds; rewriting a large partition takes as long as a merge of it. */
const LONGEST_WAIT_MS = 30 * 60_000;
/** A removal looks through whole experiments. */
const SETTINGS = { max_execution_time: 110 };

/**
 * Rows are marked as deleted first, which hides them at once and costs little, and rewritten without them by `purge`. Both are mutations,
 * which go on whatever becomes of us.
 */
export class ClickHouseTraceRemoval extends TraceRemoval {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override findOf(person: Person, page: IdPage): Promise<string[]> {
    const { workspaceId, experimentIds = [], userId = '', sessionId = '' } = person;
    if (userId === '' && sessionId === '') return Promise.resolve([]);
    const named = { workspace: workspaceId, experiments: experimentIds, user: userId, session: sessionId };
    return this.findIds(FIND_OF_PERSON, named, page);
  }

  override findDeleted(
    { workspaceId, before }: { readonly workspaceId: string; readonly before: number },
    page: IdPage,
  ): Promise<string[]> {
    return this.findIds(FIND_DELETED, { workspace: workspaceId, before }, page);
  }

  override async findJudging(workspace: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.connection.select<{ judging_hex: string }>(FIND_JUDGING, { workspace, ids });
    return rows.map((row) => row.judging_hex);
  }

  override async describe(selection: TraceSelection): Promise<StoredTraceFacts[]> {
    const rows = await this.connection.select<FactsRow>(DESCRIBE_TRACES, paramsOf(selection), SETTINGS);
    return rows.map((row) => ({
      traceId: row.trace_hex,
      experimentIds: row.experiments,
      userIds: row.users,
      sessionIds: row.sessions,
      spanCount: Number(row.span_count),
    }));
  }

  override async count(selection: TraceSelection): Promise<StoredRows> {
    const [spans, traces, entries, deadLetters] = await Promise.all(
      REMOVABLE_TABLES.map((table) => this.countIn(table, selection)),
    );
    const all = [spans, traces, entries, deadLetters];
    return {
      spans: spans?.rows ?? 0,
      traces: traces?.rows ?? 0,
      entries: entries?.rows ?? 0,
      deadLetters: deadLetters?.rows ?? 0,
      bytes: all.reduce((sum, counted) => sum + (counted?.bytes ?? 0), 0),
    };
  }

  override async remove(selection: TraceSelection): Promise<void> {
    if (selection.traceIds.length === 0) return;
    await Promise.all(REMOVABLE_TABLES.map((table) => this.removeFrom(table, selection)));
  }

  override async purge(): Promise<void> {
    for (const table of REMOVABLE_TABLES) {
      const partitions = await this.maskedPartitions(table);
      for (const id of partitions) {
        await this.connection.command(
          `ALTER TABLE ${table} APPLY DELETED MASK IN PARTITION ID '${id}' SETTINGS mutations_sync = 0`,
        );
      }
      if (partitions.length > 0)
        await this.until(async () => (await this.maskedPartitions(table)).length === 0);
    }
  }

  private async removeFrom(table: RemovableTable, selection: TraceSelection): Promise<void> {
    // Of a cluster, a replica that has none yet may get some.
    if (this.connection.cluster === undefined && (await this.countIn(table, selection)).rows === 0) return;
    const note = randomUUID();
    await this.connection.command(removeStatement(table), { ...paramsOf(selection), note });
    await this.waitFor(table, note);
  }

  private async findIds(sql: string, params: QueryParams, { after = '', limit }: IdPage): Promise<string[]> {
    const rows = await this.connection.select<{ trace_hex: string }>(
      sql,
      { ...params, after, limit },
      SETTINGS,
    );
    return rows.map((row) => row.trace_hex);
  }

  private async countIn(
    table: RemovableTable,
    selection: TraceSelection,
  ): Promise<{ readonly rows: number; readonly bytes: number }> {
    const [row] = await this.connection.select<CountRow>(
      countStatement(table),
      paramsOf(selection),
      SETTINGS,
    );
    const { row_count: rows = 0, table_bytes: bytes = 0, table_rows: all = 0 } = row ?? {};
    return { rows, bytes: all === 0 ? 0 : Math.round((bytes * rows) / all) };
  }

  private async maskedPartitions(table: RemovableTable): Promise<string[]> {
    const { connection } = this;
    const sql = maskedPartitions((name) => connection.onAllReplicas(name));
    const rows = await connection.select<{ partition_id: string }>(sql, {
      table,
      database: connection.database,
    });
    return rows.map((row) => row.partition_id);
  }

  private waitFor(table: RemovableTable, note: string): Promise<void> {
    const { connection } = this;
    const sql = mutationsOfNote((name) => connection.onAllReplicas(name));
    const { database } = connection;
    return this.until(async () => {
      const [found] = await connection.select<MutationsRow>(sql, { database, table, note });
      if (found && found.reason !== '') {
        throw new Unavailable(`ClickHouse can't remove rows of ${table} yet: ${found.reason.slice(0, 300)}`);
      }
      return found !== undefined && found.known === found.replicas && Number(found.waiting) === 0;
    });
  }

  private async until(isDone: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + LONGEST_WAIT_MS;
    for (let wait = FIRST_LOOK_MS; !(await isDone()); wait = Math.min(wait * 2, LONGEST_LOOK_MS)) {
      if (Date.now() > end) throw new Unavailable('ClickHouse has not removed the rows in half an hour.');
      await sleep(wait);
    }
  }
}

function paramsOf(selection: TraceSelection): QueryParams {
  const { workspaceId, traceIds, experimentIds, fromUnixNano, toUnixNano } = selection;
  return {
    workspace: workspaceId,
    ids: traceIds,
    experiments: experimentIds,
    from: fromUnixNano ?? ANY_TIME,
    to: toUnixNano ?? ANY_TIME,
  };
}
