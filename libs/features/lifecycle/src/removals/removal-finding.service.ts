import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { SpanLog, JobPostponed, TraceReader, TraceRemoval, type StoredTraceFacts } from '@millrace/ports';
import { readRemoval, type Removal, type StoreCounts } from './removal.ts';
import {
  addCounts,
  boundsAround,
  personOf,
  RemovalStores,
  type SpanBounds,
  type SortedTraces,
} from './removal-stores.ts';

const PAGE = 1_000;
/** New data of a person may come all the time: what comes after so many looks is not of this erasure. */
const MOST_PASSES = 4;
const BARRIER_MS = 10_000;
const AGAIN_MS = 2_000;
const NANOS_PER_MS = 1_000_000n;

const JUDGING = `
  SELECT DISTINCT trace_id AS "traceId" FROM judgements
  WHERE workspace_id = $1 AND trace_id IS NOT NULL
    AND verdict_id IN (SELECT id FROM verdicts WHERE workspace_id = $1 AND trace_id = ANY($2))`;
/** One that was removed and has rows again is removed again; it counts once. */
const ADD_TRACES = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS trace ("traceId" text, "experimentIds" integer[])
  ), added AS (
    INSERT INTO removal_traces (removal_id, trace_id, experiment_ids, from_nano, to_nano)
    SELECT $1, "traceId", "experimentIds", $3, $4 FROM given
    ON CONFLICT (removal_id, trace_id) DO UPDATE SET is_removed = false
    RETURNING (xmax = 0) AS is_new
  ) SELECT count(*) FILTER (WHERE is_new)::text AS added FROM added`;

interface FoundPage extends SpanBounds {
  readonly traceIds: readonly string[];
  /** Where the next page begins; absent on the last one. */
  readonly next: string | undefined;
}

/** Finds what a removal is to remove, page by page; a page is written down with where the next one begins. */
@Injectable()
export class RemovalFinding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: TraceReader,
    private readonly traces: TraceRemoval,
    private readonly stores: RemovalStores,
    private readonly log: SpanLog,
  ) {}

  /** Throws JobPostponed while the log has not been stored as far as it must be. */
  async findMore(removal: Removal): Promise<void> {
    if (removal.cursor === undefined) await this.waitForLog();
    const page = await this.readPage(removal);
    const sorted = await this.stores.sort(removal.workspaceId, page.traceIds, page);
    const free = removal.kind === 'erasure' ? await this.withJudging(removal, sorted.free) : sorted.free;
    // Each span once, however many rows it has.
    const spans = free.reduce((sum, { spanCount }) => sum + spanCount, 0);
    const counts = { ...(await this.stores.count(removal, free, page)), spans };
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction((transaction) => note(transaction, removal, { page, free, sorted, counts })),
    );
  }

  /** Whatever was acknowledged before is stored. */
  private async waitForLog(): Promise<void> {
    const { isComplete } = await this.log.barrier({ timeoutMs: BARRIER_MS });
    if (!isComplete) throw new JobPostponed(AGAIN_MS);
  }

  private async readPage(removal: Removal): Promise<FoundPage> {
    if (removal.kind === 'retention') return this.readOld(removal);
    const { workspaceId, cursor, cutoffTime } = removal;
    const page = { after: cursor, limit: PAGE };
    const traceIds =
      removal.kind === 'erasure'
        ? await this.traces.findOf(personOf(removal), page)
        : await this.traces.findDeleted({ workspaceId, before: cutoffTime ?? 0 }, page);
    return { traceIds, next: traceIds.length < PAGE ? undefined : traceIds.at(-1) };
  }

  private async readOld({ workspaceId, experimentId, cutoffTime, cursor }: Removal): Promise<FoundPage> {
    const { traces, next } = await this.reader.searchTraces({
      workspaceId,
      experimentIds: experimentId === undefined ? [] : [experimentId],
      toUnixNano: BigInt(cutoffTime ?? 0) * NANOS_PER_MS,
      order: [{ field: 'timestamp', isDescending: false }],
      limit: PAGE,
      ...(cursor !== undefined && { after: cursor }),
    });
    const starts = traces.flatMap(({ minSpanStartUnixNano: first, maxSpanStartUnixNano: last }) =>
      first === undefined || last === undefined ? [] : [first, last],
    );
    return { traceIds: traces.map(({ traceId }) => traceId), next, ...boundsAround(starts) };
  }

  /** The calls of judges about the traces hold what these say. */
  private async withJudging(
    { workspaceId }: Removal,
    found: readonly StoredTraceFacts[],
  ): Promise<readonly StoredTraceFacts[]> {
    const ids = found.map(({ traceId }) => traceId);
    if (ids.length === 0) return found;
    const told = await this.traces.findJudging(workspaceId, ids);
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ readonly traceId: string }[]>(JUDGING, [workspaceId, ids]),
    );
    const judging = new Set([...told, ...rows.map(({ traceId }) => traceId)]);
    for (const id of ids) judging.delete(id);
    const sorted = await this.stores.sort(workspaceId, [...judging], {});
    return [...found, ...sorted.free];
  }
}

interface Found {
  readonly page: FoundPage;
  readonly free: readonly StoredTraceFacts[];
  readonly sorted: SortedTraces;
  readonly counts: StoreCounts;
}

/** Nothing when another process has noted the page. */
async function note(
  manager: EntityManager,
  before: Removal,
  { page, free, sorted, counts }: Found,
): Promise<void> {
  const removal = await readRemoval(manager, before.id, 'FOR NO KEY UPDATE');
  if (!removal || removal.cursor !== before.cursor || removal.passes !== before.passes || removal.isFound)
    return;
  const traces = free.map(({ traceId, experimentIds }) => ({ traceId, experimentIds }));
  const bounds = [page.fromUnixNano, page.toUnixNano].map((bound) =>
    bound === undefined ? null : String(bound),
  );
  const [row] = await manager.query<{ readonly added: string }[]>(ADD_TRACES, [
    removal.id,
    JSON.stringify(traces),
    ...bounds,
  ]);
  const held = addCounts(
    removal.cursor === undefined ? {} : removal.held,
    ...sorted.held.map(({ holdId }) => ({ [holdId]: 1 })),
  );
  await manager.query(
    `UPDATE removals SET trace_count = trace_count + $2, found = $3, held = $4, found_in_pass = found_in_pass + $5
     WHERE id = $1`,
    [removal.id, Number(row?.added ?? 0), addCounts(removal.found, counts), held, free.length],
  );
  await moveOn(manager, removal, page.next);
}

/** To the next page; after the last one of an erasure that found anything once more from the start. */
async function moveOn(manager: EntityManager, removal: Removal, next: string | undefined): Promise<void> {
  if (next !== undefined) {
    await manager.query('UPDATE removals SET cursor = $2 WHERE id = $1', [removal.id, next]);
    return;
  }
  const looksAgain = removal.kind === 'erasure' && removal.passes + 1 < MOST_PASSES;
  await manager.query(
    `UPDATE removals SET is_found = NOT ($2 AND found_in_pass > 0), passes = passes + 1, found_in_pass = 0, cursor = NULL
     WHERE id = $1`,
    [removal.id, looksAgain],
  );
}
