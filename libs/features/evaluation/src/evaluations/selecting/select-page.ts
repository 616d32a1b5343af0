import type { EntityManager } from 'typeorm';
import { listRecordPlaces } from '@millrace/datasets';
import { parseFilter, type TraceRow } from '@millrace/domain';
import type { TraceReader } from '@millrace/ports';
import type { DatasetSelection, Evaluation, FilterSelection, TraceSelection } from '../evaluation.ts';
import { isInSample, sampleHash } from '../sample-hash.ts';
import type { NewItem } from './add-items.ts';

/** What a page of a selection found. */
export interface SelectedPage {
  readonly items: readonly NewItem[];
  readonly eligible: number;
  readonly leftOut: number;
  /** Where the next page begins; absent on the last. */
  readonly cursor?: string | undefined;
}

const PAGE = 1_000;
const NANOS_PER_MS = 1_000_000n;
/** Says that a judge made the trace. */
const JUDGE_TRACE_KEY = 'mlflow.trace.sourceScorer';
/** Says that an evaluation made the trace: no traffic. */
const SOURCE_RUN_KEY = 'mlflow.sourceRun';

/** Traces by id, in the order they were given. */
export async function selectTraces(
  reader: TraceReader,
  { workspaceId, experimentId, cursor = '0' }: Evaluation,
  { traceIds }: TraceSelection,
): Promise<SelectedPage> {
  const start = Number(cursor);
  const asked = traceIds.slice(start, start + PAGE);
  const rows = await reader.findTraces(workspaceId, asked);
  const found = new Map(rows.map((row) => [row.traceId, row]));
  const items = asked.flatMap((traceId): NewItem[] => {
    const row = found.get(traceId);
    if (row && isOfJudge(row)) return [];
    const isHere = row?.experimentId === experimentId;
    const missing = row ? `the trace belongs to experiment ${row.experimentId}` : 'there is no such trace';
    return [
      { ...traceItem('', row ?? { traceId, sessionId: undefined }), ...(!isHere && { skipped: missing }) },
    ];
  });
  const next = start + PAGE;
  return {
    items,
    eligible: items.length,
    leftOut: asked.length - items.length,
    ...(next < traceIds.length && { cursor: String(next) }),
  };
}

/** Traces that a filter finds, the oldest first; of them those in the sample. */
export async function selectByFilter(
  reader: TraceReader,
  { workspaceId, experimentId, cursor, cause }: Evaluation,
  selection: FilterSelection,
): Promise<SelectedPage> {
  const filter = parseFilter(selection.filter);
  const { fromTime, toTime } = selection;
  const page = await reader.searchTraces({
    workspaceId,
    experimentIds: [experimentId],
    ...(filter && { filter }),
    ...(fromTime !== undefined && { fromUnixNano: BigInt(fromTime) * NANOS_PER_MS }),
    ...(toTime !== undefined && { toUnixNano: BigInt(toTime) * NANOS_PER_MS }),
    order: [{ field: 'timestamp', isDescending: false }],
    limit: PAGE,
    ...(cursor !== undefined && { after: cursor }),
  });
  const eligible = page.traces.filter(
    (row) => !isOfJudge(row) && !(cause !== 'batch' && row.metadata.has(SOURCE_RUN_KEY)),
  );
  const items = eligible
    .map((row) => traceItem(selection.seed, row))
    .filter((item) => isInSample(item.sampleHash, selection.sampleRate));
  return {
    items,
    eligible: eligible.length,
    leftOut: page.traces.length - eligible.length,
    cursor: page.next,
  };
}

/** Records of a data set, in the order they came. */
export async function selectRecords(
  manager: EntityManager,
  { cursor = '0' }: Evaluation,
  { datasetId }: DatasetSelection,
): Promise<SelectedPage> {
  const places = await listRecordPlaces(manager, datasetId, cursor, PAGE);
  const items = places.map(({ id }): NewItem => ({
    kind: 'record',
    subject: id,
    sampleHash: sampleHash('', id),
  }));
  const last = places.length === PAGE ? places.at(-1) : undefined;
  return { items, eligible: items.length, leftOut: 0, cursor: last?.position };
}

function traceItem(seed: string, { traceId, sessionId }: Pick<TraceRow, 'traceId' | 'sessionId'>): NewItem {
  return { kind: 'trace', subject: traceId, traceId, sessionId, sampleHash: sampleHash(seed, traceId) };
}

function isOfJudge({ metadata }: TraceRow): boolean {
  return metadata.has(JUDGE_TRACE_KEY);
}
