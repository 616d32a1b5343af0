import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { BlobStore, JobPostponed, SpanLog, TraceRemoval } from '@millrace/ports';
import { mapBounded } from '@millrace/service-kit';
import type { Removal } from './removal.ts';
import { PARALLEL_BLOBS, RemovalStores, type SpanBounds } from './removal-stores.ts';
import { blobFolders, removeCopies, type PlacedTrace } from './stored-copies.ts';

const BARRIER_MS = 10_000;
const AGAIN_MS = 1_000;

/** Takes buried traces out of each store. */
@Injectable()
export class RemovalSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
    private readonly traces: TraceRemoval,
    private readonly stores: RemovalStores,
  ) {}

  async remove(
    { workspaceId, kind }: Removal,
    buried: readonly PlacedTrace[],
    bounds: SpanBounds,
  ): Promise<void> {
    // From here on the writer withdraws whatever comes of them.
    const { isComplete } = await this.log.barrier({ timeoutMs: BARRIER_MS });
    if (!isComplete) throw new JobPostponed(AGAIN_MS);
    const traceIds = buried.map(({ traceId }) => traceId);
    await mapBounded(blobFolders(workspaceId, buried), PARALLEL_BLOBS, (folder) =>
      this.blobs.removeAll(folder),
    );
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction((transaction) =>
        removeCopies(transaction, { workspaceId, traceIds, isErasure: kind === 'erasure' }),
      ),
    );
    const experimentIds = await this.stores.experimentsOf(workspaceId);
    await this.traces.remove({ workspaceId, traceIds, experimentIds, ...bounds });
  }
}
