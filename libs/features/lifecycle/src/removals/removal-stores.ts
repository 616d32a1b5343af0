import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, coveringHold, LegalHolds } from '@millrace/access';
import { BlobStore, TraceRemoval, type Person, type StoredTraceFacts } from '@millrace/ports';
import { mapBounded } from '@millrace/service-kit';
import type { Removal, StoreCounts } from './removal.ts';
import { blobFolders, countCopies, countFiles } from './stored-copies.ts';

export const PARALLEL_BLOBS = 8;

/** Bounds on when the spans of traces began. */
export interface SpanBounds {
  readonly fromUnixNano?: bigint | undefined;
  readonly toUnixNano?: bigint | undefined;
}

/** Around all of these moments; none where there are none. */
export function boundsAround(moments: readonly bigint[]): SpanBounds {
  const [first] = moments;
  if (first === undefined) return {};
  return {
    fromUnixNano: moments.reduce((least, moment) => (moment < least ? moment : least), first),
    toUnixNano: moments.reduce((most, moment) => (moment > most ? moment : most), first),
  };
}

/** Traces apart: those that may be removed, and how many stay because of which hold. */
export interface SortedTraces {
  readonly free: readonly StoredTraceFacts[];
  readonly held: readonly { readonly traceId: string; readonly holdId: string }[];
}

const EXPERIMENTS = 'SELECT id FROM experiments WHERE workspace_id = $1';

/** What all stores together know of traces. Throws Unavailable. */
@Injectable()
export class RemovalStores {
  constructor(
    private readonly dataSource: DataSource,
    private readonly traces: TraceRemoval,
    private readonly holds: LegalHolds,
    private readonly blobs: BlobStore,
  ) {}

  /** Deleted ones too. */
  async experimentsOf(workspaceId: string): Promise<number[]> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ readonly id: number }[]>(EXPERIMENTS, [workspaceId]),
    );
    return rows.map(({ id }) => id);
  }

  async sort(workspaceId: string, traceIds: readonly string[], bounds: SpanBounds): Promise<SortedTraces> {
    if (traceIds.length === 0) return { free: [], held: [] };
    const experimentIds = await this.experimentsOf(workspaceId);
    const facts = await this.traces.describe({ workspaceId, traceIds, experimentIds, ...bounds });
    const holds = await this.holds.inForce(workspaceId);
    const sorted = facts.map((trace) => ({ trace, hold: coveringHold(holds, trace) }));
    return {
      free: sorted.filter(({ hold }) => hold === undefined).map(({ trace }) => trace),
      held: sorted.flatMap(({ trace, hold }) =>
        hold === undefined ? [] : [{ traceId: trace.traceId, holdId: hold.id }],
      ),
    };
  }

  /** Rows of the traces by store. */
  async count(
    { workspaceId, kind }: Pick<Removal, 'workspaceId' | 'kind'>,
    traces: readonly Pick<StoredTraceFacts, 'traceId' | 'experimentIds'>[],
    bounds: SpanBounds = {},
  ): Promise<StoreCounts> {
    const traceIds = traces.map(({ traceId }) => traceId);
    if (traceIds.length === 0) return {};
    const experimentIds = await this.experimentsOf(workspaceId);
    const stored = await this.traces.count({ workspaceId, traceIds, experimentIds, ...bounds });
    const copies = await askDatabase(this.dataSource, async (manager) => ({
      ...(await countCopies(manager, { workspaceId, traceIds, isErasure: kind === 'erasure' })),
      artifacts: await countFiles(manager, workspaceId, traces),
    }));
    const blobs = kind === 'erasure' ? { blobs: await this.countBlobs(workspaceId, traces) } : {};
    const { spans, traces: rows, entries, deadLetters, bytes } = stored;
    return {
      spans,
      traces: rows,
      trace_entries: entries,
      dead_letters: deadLetters,
      bytes,
      ...blobs,
      ...copies,
    };
  }

  private async countBlobs(
    workspaceId: string,
    traces: readonly Pick<StoredTraceFacts, 'traceId' | 'experimentIds'>[],
  ): Promise<number> {
    const counts = await mapBounded(blobFolders(workspaceId, traces), PARALLEL_BLOBS, (folder) =>
      this.blobs.countAll(folder),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

/** Of an erasure. */
export function personOf({ workspaceId, experimentId, userId, sessionId }: Removal): Person {
  const experimentIds = experimentId === undefined ? undefined : [experimentId];
  return { workspaceId, experimentIds, userId, sessionId };
}

export function addCounts(...all: readonly StoreCounts[]): StoreCounts {
  const sum: Record<string, number> = {};
  for (const counts of all) {
    for (const [store, count] of Object.entries(counts)) sum[store] = (sum[store] ?? 0) + count;
  }
  return sum;
}
