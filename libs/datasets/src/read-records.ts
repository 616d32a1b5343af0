import type { EntityManager } from 'typeorm';
import type { JsonValue } from '@millrace/domain';

/** Which record it is. */
export interface RecordPlace {
  readonly id: string;
  /** Later ones came later; decimal. */
  readonly position: string;
  /** The trace it was made of, if it was. */
  readonly traceId: string | undefined;
}

/** A record as evaluation reads it. */
export interface DatasetRecord extends RecordPlace {
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly outputs: JsonValue | undefined;
  readonly expectations: Readonly<Record<string, JsonValue>>;
}

interface PlaceRow {
  readonly id: string;
  readonly position: string;
  readonly traceId: string | null;
}

interface RecordRow extends PlaceRow {
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly outputs: JsonValue;
  readonly expectations: Readonly<Record<string, JsonValue>> | null;
}

const PLACE = `id, position, CASE WHEN source_type = 'TRACE' THEN source_id END AS "traceId"`;

/** Records in the order they came, after a position of an earlier page ('0': the first page). */
export async function listRecordPlaces(
  manager: EntityManager,
  datasetId: string,
  after: string,
  limit: number,
): Promise<RecordPlace[]> {
  const rows = await manager.query<PlaceRow[]>(
    `SELECT ${PLACE} FROM evaluation_dataset_records
     WHERE dataset_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    [datasetId, after, limit],
  );
  return rows.map(toPlace);
}

/** Undefined when it is not there any more. */
export async function findRecord(
  manager: EntityManager,
  datasetId: string,
  recordId: string,
): Promise<DatasetRecord | undefined> {
  const [row] = await manager.query<RecordRow[]>(
    `SELECT ${PLACE}, inputs, outputs, expectations FROM evaluation_dataset_records
     WHERE dataset_id = $1 AND id = $2`,
    [datasetId, recordId],
  );
  if (!row) return undefined;
  const { inputs, outputs, expectations } = row;
  return { ...toPlace(row), inputs, outputs: outputs ?? undefined, expectations: expectations ?? {} };
}

/** What records are asked, by id; those that are not there any more are absent. */
export async function findRecordInputs(
  manager: EntityManager,
  datasetId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, DatasetRecord['inputs']>> {
  const rows = await manager.query<Pick<DatasetRecord, 'id' | 'inputs'>[]>(
    'SELECT id, inputs FROM evaluation_dataset_records WHERE dataset_id = $1 AND id = ANY($2)',
    [datasetId, recordIds],
  );
  return new Map(rows.map(({ id, inputs }) => [id, inputs]));
}

function toPlace({ id, position, traceId }: PlaceRow): RecordPlace {
  return { id, position, traceId: traceId ?? undefined };
}
