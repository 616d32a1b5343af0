import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, LegalHolds } from '@millrace/access';
import { TraceChangesService } from '@millrace/trace-access';
import type { Removal } from './removal.ts';
import { boundsAround, RemovalStores, type SpanBounds } from './removal-stores.ts';
import { RemovalSteps } from './removal-steps.ts';
import type { PlacedTrace } from './stored-copies.ts';

const BATCH = 1_000;

const PENDING = `
  SELECT trace_id AS "traceId", experiment_ids AS "experimentIds", from_nano AS "fromNano", to_nano AS "toNano"
  FROM removal_traces WHERE removal_id = $1 AND NOT is_removed ORDER BY trace_id LIMIT ${BATCH}`;
const FORGET_HELD = `
  WITH gone AS (DELETE FROM removal_traces WHERE removal_id = $1 AND trace_id = ANY($2) RETURNING 1)
  UPDATE removals SET trace_count = trace_count - (SELECT count(*) FROM gone) WHERE id = $1`;
const KEEP_AS_PROOF =
  'UPDATE removal_traces SET is_removed = true WHERE removal_id = $1 AND trace_id = ANY($2)';
const FORGET = 'DELETE FROM removal_traces WHERE removal_id = $1 AND trace_id = ANY($2)';

interface PendingTrace extends PlacedTrace {
  readonly fromNano: string | null;
  readonly toNano: string | null;
}

/** Removes what was found, batch by batch. Each step may be repeated, so a kill costs at most a batch's work. */
@Injectable()
export class RemovalBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RemovalStores,
    private readonly changes: TraceChangesService,
    private readonly steps: RemovalSteps,
    private readonly holds: LegalHolds,
  ) {}

  /** Whether there may be more. Throws JobPostponed while the writer has not stored the tombstones. */
  async removeNext(removal: Removal): Promise<boolean> {
    const pending = await askDatabase(this.dataSource, (manager) =>
      manager.query<PendingTrace[]>(PENDING, [removal.id]),
    );
    if (pending.length === 0) return false;
    const traces = await this.withoutHeld(removal, pending);
    if (traces.length === 0) return true;
    if (removal.kind !== 'deletion') await this.changes.bury(removal.workspaceId, traces);
    await this.steps.remove(removal, traces, boundsOf(traces));
    const mark = removal.kind === 'erasure' ? KEEP_AS_PROOF : FORGET;
    await askDatabase(this.dataSource, (manager) =>
      manager.query(mark, [removal.id, traces.map(({ traceId }) => traceId)]),
    );
    return true;
  }

  /** A hold that was set since they were found counts as well. */
  private async withoutHeld(
    removal: Removal,
    pending: readonly PendingTrace[],
  ): Promise<readonly PendingTrace[]> {
    if ((await this.holds.inForce(removal.workspaceId)).length === 0) return pending;
    const ids = pending.map(({ traceId }) => traceId);
    const { held } = await this.stores.sort(removal.workspaceId, ids, boundsOf(pending));
    if (held.length === 0) return pending;
    const heldIds = new Set(held.map(({ traceId }) => traceId));
    await askDatabase(this.dataSource, (manager) => manager.query(FORGET_HELD, [removal.id, [...heldIds]]));
    return pending.filter(({ traceId }) => !heldIds.has(traceId));
  }
}

/** Around all of them; none where one of them has none. */
function boundsOf(traces: readonly PendingTrace[]): SpanBounds {
  const moments = traces.flatMap(({ fromNano, toNano }) => [fromNano, toNano]);
  const known = moments.filter((moment) => moment !== null);
  return known.length < moments.length ? {} : boundsAround(known.map(BigInt));
}
