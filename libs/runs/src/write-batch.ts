import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import type { RunBatch } from './check-run-input.ts';
import type { RunPlace } from './lock-run.ts';
import { writeMetrics } from './write-metrics.ts';
import type { KeyValue } from './run-details.ts';

/** The tag that is a run's name. */
export const RUN_NAME_TAG = 'mlflow.runName';

/** Writes to a run that is locked, a statement a kind. Throws Rejected for a param that has another value. */
export async function writeBatch(
  manager: EntityManager,
  place: RunPlace,
  { metrics, params, tags }: RunBatch,
): Promise<void> {
  await writeMetrics(manager, place, metrics);
  await writeParams(manager, place, params);
  await writeTags(manager, place, tags);
}

/** The last value of a key wins. A run is named by its tag. */
export async function writeTags(
  manager: EntityManager,
  { runId, experimentId }: Pick<RunPlace, 'runId' | 'experimentId'>,
  tags: readonly KeyValue[],
): Promise<void> {
  if (tags.length === 0) return;
  const byKey = new Map(tags.map(({ key, value }) => [key, value]));
  await manager.query(
    `INSERT INTO run_tags (run_id, experiment_id, key, value)
     SELECT $1, $2, key, value FROM unnest($3::text[], $4::text[]) AS given (key, value)
     ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value`,
    [runId, experimentId, [...byKey.keys()], [...byKey.values()]],
  );
  const name = byKey.get(RUN_NAME_TAG);
  if (name !== undefined)
    await manager.query('UPDATE runs SET run_name = $2 WHERE run_id = $1', [runId, name]);
}

/** Write-once: the same value again is fine. */
async function writeParams(
  manager: EntityManager,
  { runId, experimentId }: RunPlace,
  params: readonly KeyValue[],
): Promise<void> {
  if (params.length === 0) return;
  const byKey = new Map<string, string>();
  for (const { key, value } of params) {
    const other = byKey.get(key);
    if (other !== undefined && other !== value) throw changedParam(runId, { key, value: other }, value);
    byKey.set(key, value);
  }
  const known = await manager.query<KeyValue[]>(
    'SELECT key, value FROM run_params WHERE run_id = $1 AND key = ANY($2)',
    [runId, [...byKey.keys()]],
  );
  for (const param of known) {
    const value = byKey.get(param.key) ?? '';
    if (value !== param.value) throw changedParam(runId, param, value);
    byKey.delete(param.key);
  }
  await manager.query(
    `INSERT INTO run_params (run_id, experiment_id, key, value)
     SELECT $1, $2, key, value FROM unnest($3::text[], $4::text[]) AS given (key, value)`,
    [runId, experimentId, [...byKey.keys()], [...byKey.values()]],
  );
}

function changedParam(runId: string, { key, value }: KeyValue, attempted: string): Rejected {
  return new Rejected(
    `Changing param values is not allowed. Param with key='${key}' was already logged with value='${value}' ` +
      `for run ID='${runId}'. Attempted logging new value '${attempted}'.`,
  );
}
