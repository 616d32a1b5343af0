import type { EntityManager } from 'typeorm';
import type { MetricPoint } from '@millrace/runs';

/** A metric of a model: the last point of it in a run on a dataset. */
export interface ModelMetric extends MetricPoint {
  readonly modelId: string;
  readonly runId: string;
  /** Empty when it is of no dataset. */
  readonly datasetName: string;
  readonly datasetDigest: string;
}

/** Those of the models, by model, key and run. */
export async function findModelMetrics(
  manager: EntityManager,
  modelIds: readonly string[],
): Promise<Map<string, ModelMetric[]>> {
  if (modelIds.length === 0) return new Map();
  const rows: unknown = await manager.query(
    `SELECT DISTINCT ON (model_id, key, run_id, dataset_name, dataset_digest) model_id, key, run_id, dataset_name, dataset_digest,
       value::text AS value, timestamp::text AS timestamp, step::text AS step
     FROM metrics WHERE model_id = ANY($1) AND model_id <> ''
     ORDER BY model_id, key, run_id, dataset_name, dataset_digest, step DESC, metrics.timestamp DESC, metrics.value DESC`,
    [modelIds],
  );
  return Map.groupBy(Array.isArray(rows) ? rows.map(readRow) : [], ({ modelId }) => modelId);
}

function readRow(row: Readonly<Record<string, string>>): ModelMetric {
  const text = (name: string) => row[name] ?? '';
  return {
    modelId: text('model_id'),
    runId: text('run_id'),
    key: text('key'),
    value: Number(text('value')),
    timestamp: Number(text('timestamp')),
    step: Number(text('step')),
    datasetName: text('dataset_name'),
    datasetDigest: text('dataset_digest'),
  };
}
