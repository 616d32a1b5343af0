import type { EntityManager } from 'typeorm';
import type { RunPlace } from './lock-run.ts';
import type { LoggedMetric } from './run-details.ts';

const POINTS = `
  INSERT INTO metrics (run_id, key, value, timestamp, step, model_id, dataset_name, dataset_digest)
  SELECT $1, given.* FROM
    unnest($2::text[], $3::float8[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[]) AS given
  ON CONFLICT DO NOTHING`;
const LATEST = `
  INSERT INTO latest_metrics AS known (run_id, experiment_id, key, value, timestamp, step)
  SELECT DISTINCT ON (key) $1, $2::integer, key, value, timestamp, step
  FROM unnest($3::text[], $4::float8[], $5::bigint[], $6::bigint[]) AS given (key, value, timestamp, step)
  ORDER BY key, step DESC, timestamp DESC, value DESC
  ON CONFLICT (run_id, key) DO UPDATE
    SET value = excluded.value, timestamp = excluded.timestamp, step = excluded.step
    WHERE (excluded.step, excluded.timestamp, excluded.value) > (known.step, known.timestamp, known.value)`;

/**
 * Adds points to a run that is locked; an identical one changes nothing. What a run shows of a metric is its highest point by
 * (step, timestamp, value), kept up here so that no search reads points.
 */
export async function writeMetrics(
  manager: EntityManager,
  { runId, experimentId }: RunPlace,
  metrics: readonly LoggedMetric[],
): Promise<void> {
  if (metrics.length === 0) return;
  const keys = metrics.map(({ key }) => key);
  const values = metrics.map(({ value }) => String(value));
  const timestamps = metrics.map(({ timestamp }) => timestamp);
  const steps = metrics.map(({ step }) => step);
  const models = metrics.map(({ modelId = '' }) => modelId);
  const names = metrics.map(({ datasetName = '' }) => datasetName);
  const digests = metrics.map(({ datasetDigest = '' }) => datasetDigest);
  await manager.query(POINTS, [runId, keys, values, timestamps, steps, models, names, digests]);
  await manager.query(LATEST, [runId, experimentId, keys, values, timestamps, steps]);
}
