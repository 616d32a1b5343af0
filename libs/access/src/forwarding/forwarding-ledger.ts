import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { ForwardingTarget } from '../entities/forwarding-target.entity.ts';

/** What happened in one shard since it was told last. */
export interface ForwardingDelta {
  readonly targetId: number;
  readonly shard: number;
  readonly sentSpans: number;
  readonly failedSpans: number;
  readonly lagRecords: number;
  /** The newest fault, if there was one. */
  readonly error: string | undefined;
}

/** Targets and progress as the forwarder sees them. Every call throws Unavailable while PostgreSQL is away. */
@Injectable()
export class ForwardingLedger {
  constructor(private readonly dataSource: DataSource) {}

  /** Of all workspaces, deleted ones too. */
  listTargets(): Promise<ForwardingTarget[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager.find(ForwardingTarget, { order: { id: 'ASC' } }),
    );
  }

  /** After its position in the log was given up. */
  async removeTarget(id: number): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.delete(ForwardingTarget, { id, isDeleted: true }),
    );
  }

  /** Adds to what is known; a target removed meanwhile is left out. */
  async note({ targetId, shard, sentSpans, failedSpans, lagRecords, error }: ForwardingDelta): Promise<void> {
    const now = Date.now();
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `INSERT INTO forwarding_progress AS known
           (target_id, shard, sent_spans, failed_spans, lag_records, error, error_time, last_update_time)
         SELECT id, $2, $3, $4, $5, $6, $7, $8 FROM forwarding_targets WHERE id = $1
         ON CONFLICT (target_id, shard) DO UPDATE SET
           sent_spans = known.sent_spans + EXCLUDED.sent_spans,
           failed_spans = known.failed_spans + EXCLUDED.failed_spans,
           lag_records = EXCLUDED.lag_records,
           error = CASE WHEN EXCLUDED.error_time > 0 THEN EXCLUDED.error ELSE known.error END,
           error_time = greatest(known.error_time, EXCLUDED.error_time),
           last_update_time = EXCLUDED.last_update_time`,
        [
          targetId,
          shard,
          sentSpans,
          failedSpans,
          lagRecords,
          error ?? '',
          error === undefined ? 0 : now,
          now,
        ],
      ),
    );
  }
}
