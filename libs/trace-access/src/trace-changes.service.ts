import { Injectable } from '@nestjs/common';
import { LegalHolds } from '@millrace/access';
import { ArtifactStore } from '@millrace/artifacts';
import {
  computeTrace,
  DELETION_KEY,
  emptyTraceParts,
  mergeEntry,
  Rejected,
  type TraceRow,
} from '@millrace/domain';
import { TraceReader, type EntryChange } from '@millrace/ports';
import { MaskedLog, type Telling } from './masked-log.ts';
import { traceFolder } from './trace-folder.ts';

/** Traces whose time lies up to this one, the oldest first. */
export interface OldTraces {
  readonly experimentId: number;
  readonly untilMs: number;
  /** How many at most; absent: all of them. */
  readonly limit?: number | undefined;
}

const DELETE_PAGE = 500;
/** What is said about a trace does not place it. */
const NO_EXPERIMENT = 0;
const NANOS_PER_MS = 1_000_000n;

/**
 * What clients say about traces: each call becomes records of the log, in order with the spans of the trace.
 * Durable on return; throws Unavailable, Rejected.
 */
@Injectable()
export class TraceChangesService {
  constructor(
    private readonly log: MaskedLog,
    private readonly reader: TraceReader,
    private readonly artifacts: ArtifactStore,
    private readonly holds: LegalHolds,
  ) {}

  /**
   * Creates the trace or adds to it. Answers it as told by this call alone: every later read waits for what was acknowledged
   * before it, and a wait here would make the writer store the traces of a client one by one.
   */
  async start(
    place: { readonly workspaceId: string; readonly experimentId: number; readonly traceId: string },
    entries: readonly EntryChange[],
  ): Promise<TraceRow> {
    await this.log.append([telling(place, entries)]);
    return toldTrace(place, await this.log.mask(place.experimentId, entries));
  }

  /** Appends the same entries to each of the traces. */
  async change(traces: readonly TraceRow[], entries: readonly EntryChange[]): Promise<void> {
    await this.log.append(traces.map((trace) => telling(trace, entries)));
  }

  /** Traces that are not there yet are linked when they come. */
  async linkToRun(workspaceId: string, traceIds: readonly string[], runId: string): Promise<void> {
    const links = [...new Set(traceIds)].map((traceId) =>
      telling({ workspaceId, experimentId: NO_EXPERIMENT, traceId }, [
        { kind: 'run', key: runId, value: '' },
      ]),
    );
    await this.log.append(links);
  }

  /** For good, with their files: spans of a deleted trace that arrive later are dropped. Rejected where one is under a legal hold: none is deleted. */
  async delete(traces: readonly TraceRow[]): Promise<void> {
    await this.holds.refuse(traces);
    // First, for a deleted trace is not found when the call is repeated.
    await this.deleteArtifacts(traces);
    await this.change(traces, [{ kind: 'deletion', key: DELETION_KEY, value: 'deleted' }]);
  }

  /** Traces of which ids and experiments are known, with their files. No hold is asked for: whoever calls has done so. */
  async bury(
    workspaceId: string,
    traces: readonly { readonly traceId: string; readonly experimentIds: readonly number[] }[],
  ): Promise<void> {
    const folders = traces.flatMap(({ traceId, experimentIds }) =>
      experimentIds.map((experimentId) => traceFolder({ experimentId, traceId })),
    );
    await this.artifacts.deleteAll(workspaceId, folders);
    const tombstones = traces.map(({ traceId }) =>
      telling({ workspaceId, experimentId: NO_EXPERIMENT, traceId }, [
        { kind: 'deletion', key: DELETION_KEY, value: 'removed' },
      ]),
    );
    await this.log.append(tombstones);
  }

  /** Returns how many it deleted. */
  async deleteOld(
    workspaceId: string,
    { experimentId, untilMs, limit = Infinity }: OldTraces,
  ): Promise<number> {
    let deleted = 0;
    let after: string | undefined;
    do {
      const page = await this.reader.searchTraces({
        workspaceId,
        experimentIds: [experimentId],
        toUnixNano: (BigInt(untilMs) + 1n) * NANOS_PER_MS,
        order: [{ field: 'timestamp', isDescending: false }],
        limit: Math.min(DELETE_PAGE, limit - deleted),
        ...(after !== undefined && { after }),
      });
      await this.delete(page.traces);
      deleted += page.traces.length;
      after = page.next;
    } while (after !== undefined && deleted < limit);
    return deleted;
  }

  async deleteTag(trace: TraceRow, key: string): Promise<void> {
    if (!trace.tags.has(key)) {
      throw new Rejected(
        `No trace tag with key '${key}' for trace with ID 'tr-${trace.traceId}'`,
        'not-found',
      );
    }
    await this.change([trace], [{ kind: 'tag', key }]);
  }

  private async deleteArtifacts(traces: readonly TraceRow[]): Promise<void> {
    const byWorkspace = Map.groupBy(traces, ({ workspaceId }) => workspaceId);
    for (const [workspaceId, deleted] of byWorkspace) {
      await this.artifacts.deleteAll(workspaceId, deleted.map(traceFolder));
    }
  }
}

function telling(
  { workspaceId, experimentId, traceId }: Pick<TraceRow, 'workspaceId' | 'experimentId' | 'traceId'>,
  entries: readonly EntryChange[],
): Telling {
  return { header: { workspaceId, experimentId, traceId, receivedAt: Date.now() }, entries };
}

function toldTrace(
  key: { readonly workspaceId: string; readonly traceId: string },
  entries: readonly EntryChange[],
): TraceRow {
  const parts = emptyTraceParts();
  for (const entry of entries) mergeEntry(parts, { ...entry, value: entry.value, sequence: 0n });
  return computeTrace({ workspaceId: key.workspaceId, traceId: key.traceId }, parts);
}
