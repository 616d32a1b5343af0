import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DatasetSchema } from '@millrace/datasets';

export interface MergeResult {
  readonly inserted: number;
  readonly updated: number;
  /** Of the last record that names one. */
  readonly lastUser: string | undefined;
}

export interface RecordPage {
  /** Each a JSON object, as it was written: numbers of any size keep their digits. */
  readonly records: readonly string[];
  /** Where the next page begins; absent on the last. */
  readonly nextPosition?: string;
}

/** A page ends here, however many records are asked for: it is held in memory. */
const LARGEST_PAGE_BYTES = 16 * 1024 * 1024;

/**
 * Identity is the SHA-256 of the inputs as jsonb spells them: keys sorted, numbers exact. Records of one batch with the same
 * inputs are merged with each other first, in order.
 */
const MERGE = `
  WITH given AS (
    SELECT n, value AS record, sha256(convert_to((value->'inputs')::jsonb::text, 'UTF8')) AS input_hash
    FROM json_array_elements($2::json) WITH ORDINALITY AS each (value, n)
  ), merged AS (
    SELECT input_hash, min(n) AS n, count(*) AS times,
      (array_agg(record->'inputs' ORDER BY n))[1] AS inputs,
      (array_agg(record->'outputs' ORDER BY n DESC) FILTER (WHERE record->'outputs' IS NOT NULL))[1] AS outputs,
      jsonb_merge_agg((record->'expectations')::jsonb ORDER BY n)
        FILTER (WHERE json_typeof(record->'expectations') = 'object') AS expectations,
      jsonb_merge_agg((record->'tags')::jsonb ORDER BY n) FILTER (WHERE json_typeof(record->'tags') = 'object') AS tags,
      (array_agg((record->'source')::jsonb ORDER BY n) FILTER (WHERE json_typeof(record->'source') = 'object'))[1] AS source
    FROM given GROUP BY input_hash
  ), stored AS (
    INSERT INTO evaluation_dataset_records AS known (id, dataset_id, input_hash, inputs, outputs, expectations, tags, source,
      source_id, source_type, created_by, last_updated_by, creation_time, last_update_time)
    SELECT 'dr-' || replace(gen_random_uuid()::text, '-', ''), $1, input_hash, inputs,
      outputs, NULLIF(expectations, '{}'), NULLIF(tags, '{}'),
      source || jsonb_build_object('source_type', upper(coalesce(source->>'source_type', 'UNSPECIFIED'))),
      CASE WHEN upper(source->>'source_type') = 'TRACE' THEN source->'source_data'->>'trace_id'
        ELSE source->'source_data'->>'source_id' END,
      CASE WHEN source IS NOT NULL THEN upper(coalesce(source->>'source_type', 'UNSPECIFIED')) END,
      tags->>'mlflow.user', tags->>'mlflow.user', $3, $3
    FROM merged ORDER BY n
    ON CONFLICT (dataset_id, input_hash) DO UPDATE SET
      outputs = coalesce(EXCLUDED.outputs, known.outputs),
      expectations = CASE WHEN EXCLUDED.expectations IS NULL THEN known.expectations
        ELSE coalesce(known.expectations, '{}') || EXCLUDED.expectations END,
      tags = CASE WHEN EXCLUDED.tags IS NULL THEN known.tags ELSE coalesce(known.tags, '{}') || EXCLUDED.tags END,
      last_updated_by = coalesce(EXCLUDED.last_updated_by, known.last_updated_by),
      last_update_time = EXCLUDED.last_update_time
    RETURNING (xmax = 0) AS is_new
  )
  SELECT (SELECT count(*) FROM stored WHERE is_new)::int AS inserted, (SELECT count(*) FROM given)::int AS given,
    (SELECT record->'tags'->>'mlflow.user' FROM given WHERE record->'tags'->>'mlflow.user' IS NOT NULL
     ORDER BY n DESC LIMIT 1) AS last_user`;

/** The types of the fields of a batch; the first record that has a field decides. */
const SCHEMA = `
  WITH given AS (
    SELECT n, value AS record FROM json_array_elements($1::json) WITH ORDINALITY AS each (value, n)
  ), fields AS (
    SELECT part, n, key, json_typeof(value) AS kind, value::text AS text
    FROM given CROSS JOIN unnest(ARRAY['inputs', 'outputs', 'expectations']) AS part
    CROSS JOIN LATERAL json_each(CASE WHEN json_typeof(record->part) = 'object' THEN record->part ELSE '{}' END)
    UNION ALL
    SELECT 'plain', n, '', json_typeof(record->'outputs'), (record->'outputs')::text
    FROM given WHERE json_typeof(record->'outputs') NOT IN ('object', 'null')
  )
  SELECT DISTINCT ON (part, key) part, key,
    CASE WHEN kind = 'number' THEN CASE WHEN text ~ '[.eE]' THEN 'float' ELSE 'integer' END ELSE kind END AS type
  FROM fields ORDER BY part, key, n`;

const PAGE = `
  SELECT * FROM (
    SELECT position, text, count(*) OVER () AS found, row_number() OVER (ORDER BY position) AS n,
      sum(octet_length(text)) OVER (ORDER BY position) - octet_length(text) AS bytes_before
    FROM (
      SELECT position, json_build_object('dataset_record_id', id, 'dataset_id', dataset_id, 'inputs', inputs,
        'outputs', coalesce(outputs, '{}'), 'expectations', expectations, 'tags', tags, 'source', source,
        'source_id', source_id, 'source_type', source_type, 'created_time', creation_time,
        'last_update_time', last_update_time, 'created_by', created_by, 'last_updated_by', last_updated_by)::text AS text
      FROM (
        SELECT * FROM evaluation_dataset_records WHERE dataset_id = $1 AND position > $2 ORDER BY position LIMIT $3
      ) AS page
    ) AS texts
  ) AS sized WHERE n <= $4 AND bytes_before < ${LARGEST_PAGE_BYTES} ORDER BY position`;

/** Merges a JSON list of records, already checked, into a dataset that is locked. Costs what the batch costs, however large the dataset. */
export async function mergeRecords(
  manager: EntityManager,
  datasetId: string,
  records: string,
  now: number,
): Promise<MergeResult> {
  const [row] = asRows(await manager.query(MERGE, [datasetId, records, now]));
  const inserted = Number(row?.['inserted'] ?? 0);
  const lastUser = row?.['last_user'];
  return {
    inserted,
    updated: Number(row?.['given'] ?? 0) - inserted,
    lastUser: typeof lastUser === 'string' ? lastUser : undefined,
  };
}

/** The known schema and what a batch adds to it. */
export async function extendSchema(
  manager: EntityManager,
  known: DatasetSchema | undefined,
  records: string,
): Promise<DatasetSchema> {
  const found = asRows(await manager.query(SCHEMA, [records]));
  const typesOf = (part: string): Record<string, string> =>
    Object.fromEntries(
      found.filter((row) => row['part'] === part).map((row) => [String(row['key']), String(row['type'])]),
    );
  const plain = typesOf('plain')[''];
  const outputs =
    typeof known?.outputs === 'string' ? known.outputs : { ...typesOf('outputs'), ...known?.outputs };
  const isPlain = plain !== undefined && Object.keys(outputs).length === 0;
  return {
    inputs: { ...typesOf('inputs'), ...known?.inputs },
    outputs: isPlain ? plain : outputs,
    expectations: { ...typesOf('expectations'), ...known?.expectations },
    version: '1.0',
  };
}

/** Records in the order they came, after a position of an earlier page; at most `limit`, fewer when they are large. */
export async function listRecords(
  manager: EntityManager,
  datasetId: string,
  after: string,
  limit: number,
): Promise<RecordPage> {
  const rows = asRows(await manager.query(PAGE, [datasetId, after, limit + 1, limit]));
  const last = rows.at(-1);
  const hasMore = last !== undefined && Number(last['found']) > rows.length;
  return {
    records: rows.map((row) => String(row['text'])),
    ...(hasMore && { nextPosition: String(last['position']) }),
  };
}

/** How many of them there were. */
export async function deleteRecords(
  manager: EntityManager,
  datasetId: string,
  recordIds: readonly string[],
): Promise<number> {
  const rows = asRows(
    await manager.query(
      `WITH gone AS (DELETE FROM evaluation_dataset_records WHERE dataset_id = $1 AND id = ANY($2) RETURNING 1)
       SELECT count(*)::int AS deleted FROM gone`,
      [datasetId, recordIds],
    ),
  );
  return Number(rows[0]?.['deleted'] ?? 0);
}

/** A new id of a dataset. */
export function newDatasetId(): string {
  return `d-${randomUUID().replaceAll('-', '')}`;
}

function asRows(rows: unknown): Record<string, unknown>[] {
  return Array.isArray(rows) ? rows.map((row: unknown) => Object.assign({}, row)) : [];
}
