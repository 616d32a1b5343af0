import type { DeadLetter } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { BytesColumn } from '../native/text-columns.ts';
import { Int64Column, NumberColumn } from '../native/number-columns.ts';
import { LowCardinalityColumn, StringColumn } from '../native/text-columns.ts';
import { LIST_DEAD_LETTERS, READ_DEAD_LETTERS, REMOVE_DEAD_LETTERS } from '../queries/dead-letter-queries.ts';

interface DeadLetterRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly experiment_id: number;
  readonly trace_id: string;
  readonly failed_ms: string;
  readonly reason: string;
  readonly record_base64?: string;
}

/** The `dead_letters` table. */
export class ClickHouseDeadLetters {
  constructor(private readonly connection: ClickHouseConnection) {}

  async write(letters: readonly DeadLetter[]): Promise<void> {
    const columns = {
      workspace_id: new LowCardinalityColumn(),
      id: new StringColumn(),
      experiment_id: new NumberColumn('UInt32'),
      trace_id: new StringColumn(),
      failed_at: new Int64Column("DateTime64(3, 'UTC')"),
      reason: new StringColumn(),
      record: new BytesColumn(),
      revision: new Int64Column('UInt64'),
    };
    for (const letter of letters) {
      columns.workspace_id.add(letter.workspaceId);
      columns.id.add(letter.id);
      columns.experiment_id.add(letter.experimentId);
      columns.trace_id.add(letter.traceId);
      columns.failed_at.addNumber(letter.failedAt);
      columns.reason.add(letter.reason);
      columns.record.add(letter.record);
      columns.revision.addNumber(letter.failedAt);
    }
    await this.connection.insert('dead_letters', columns, letters.length);
  }

  async list(workspace: string, limit: number): Promise<DeadLetter[]> {
    const rows = await this.connection.select<DeadLetterRow>(LIST_DEAD_LETTERS, { workspace, limit });
    return rows.map(toDeadLetter);
  }

  async read(workspace: string, ids: readonly string[]): Promise<DeadLetter[]> {
    const rows = await this.connection.select<DeadLetterRow>(READ_DEAD_LETTERS, { workspace, ids });
    return rows.map(toDeadLetter);
  }

  async remove(workspace: string, ids: readonly string[]): Promise<void> {
    await this.connection.command(REMOVE_DEAD_LETTERS, { workspace, ids });
  }
}

function toDeadLetter(row: DeadLetterRow): DeadLetter {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    experimentId: row.experiment_id,
    traceId: row.trace_id,
    failedAt: Number(row.failed_ms),
    reason: row.reason,
    record: new Uint8Array(Buffer.from(row.record_base64 ?? '', 'base64')),
  };
}
