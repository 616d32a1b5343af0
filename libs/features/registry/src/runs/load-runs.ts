import type { EntityManager } from 'typeorm';
import type { LifecycleStage } from '@millrace/access';
import type { DatasetInput, KeyValue, MetricPoint, RunDetails, RunStatus } from '@millrace/runs';
import { inOrderOf } from '../search/search-ids.ts';

/** Runs with all that was logged to them, in the order of `runIds`; unknown ones are left out. */
export async function loadRuns(
  manager: EntityManager,
  workspaceId: string,
  runIds: readonly string[],
): Promise<RunDetails[]> {
  if (runIds.length === 0) return [];
  const ask = <Row>(sql: string): Promise<Row[]> => manager.query<Row[]>(sql, [runIds]);
  const rows = await manager.query<RunRow[]>(RUNS, [runIds, workspaceId]);
  const tags = groupByRun(await ask<Owned<KeyValue>>(keyValuesOf('run_tags')));
  const params = groupByRun(await ask<Owned<KeyValue>>(keyValuesOf('run_params')));
  const metrics = groupByRun(await ask<MetricRow>(METRICS));
  const datasets = groupByRun(await ask<DatasetRow>(DATASETS));
  const models = groupByRun(await ask<ModelRow>(MODELS));
  const runs = rows.map(({ startTime, endTime, ...run }): RunDetails => {
    const of = <Row>(rowsByRun: ReadonlyMap<string, Row[]>): Row[] => rowsByRun.get(run.runId) ?? [];
    const [inputs, outputs] = splitModels(of(models));
    return {
      ...run,
      startTime: Number(startTime),
      endTime: endTime === null ? undefined : Number(endTime),
      tags: of(tags),
      params: of(params),
      metrics: of(metrics).map(toMetricPoint),
      datasetInputs: of(datasets).map(toDatasetInput),
      modelInputs: inputs.map(({ modelId }) => modelId),
      modelOutputs: outputs.map(({ modelId, step }) => ({ modelId, step: Number(step) })),
    };
  });
  return inOrderOf(runIds, runs, ({ runId }) => runId);
}

type Owned<Value> = Value & { readonly runId: string };

interface RunRow {
  readonly runId: string;
  readonly experimentId: number;
  readonly name: string;
  readonly userId: string;
  readonly status: RunStatus;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly artifactUri: string;
  readonly lifecycleStage: LifecycleStage;
}

interface MetricRow {
  readonly runId: string;
  readonly key: string;
  readonly value: number;
  readonly timestamp: string;
  readonly step: string;
}

interface DatasetRow {
  readonly runId: string;
  readonly name: string;
  readonly digest: string;
  readonly sourceType: string;
  readonly source: string;
  readonly schema: string | null;
  readonly profile: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

interface ModelRow {
  readonly runId: string;
  readonly role: 'input' | 'output';
  readonly modelId: string;
  readonly step: string;
}

const RUNS = `
  SELECT run.run_id AS "runId", run.experiment_id AS "experimentId", run.run_name AS name, run.user_id AS "userId",
         run.status, run.start_time AS "startTime", run.end_time AS "endTime", run.artifact_uri AS "artifactUri",
         CASE experiment.lifecycle_stage WHEN 'deleted' THEN 'deleted' ELSE run.lifecycle_stage END AS "lifecycleStage"
  FROM runs run JOIN experiments experiment ON experiment.id = run.experiment_id
  WHERE run.run_id = ANY($1) AND experiment.workspace_id = $2`;
const METRICS = `
  SELECT run_id AS "runId", key, value, timestamp, step FROM latest_metrics WHERE run_id = ANY($1) ORDER BY run_id, key`;
const DATASETS = `
  SELECT input.run_id AS "runId", dataset.name, dataset.digest, dataset.source_type AS "sourceType", dataset.source,
         dataset.schema, dataset.profile, input.tags
  FROM run_dataset_inputs input JOIN input_datasets dataset ON dataset.id = input.dataset_id
  WHERE input.run_id = ANY($1) ORDER BY input.position`;
const MODELS = `
  SELECT run_id AS "runId", role, model_id AS "modelId", step FROM run_models WHERE run_id = ANY($1) ORDER BY position`;

function keyValuesOf(table: 'run_tags' | 'run_params'): string {
  return `SELECT run_id AS "runId", key, value FROM ${table} WHERE run_id = ANY($1) ORDER BY run_id, key`;
}

function groupByRun<Row extends { readonly runId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  return Map.groupBy(rows, ({ runId }) => runId);
}

function toMetricPoint({ key, value, timestamp, step }: MetricRow): MetricPoint {
  return { key, value, timestamp: Number(timestamp), step: Number(step) };
}

function toDatasetInput({ schema, profile, tags, ...row }: DatasetRow): DatasetInput {
  const { name, digest, sourceType, source } = row;
  return {
    dataset: { name, digest, sourceType, source, schema: schema ?? undefined, profile: profile ?? undefined },
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
}

function splitModels(rows: readonly ModelRow[]): readonly [inputs: ModelRow[], outputs: ModelRow[]] {
  return [rows.filter(({ role }) => role === 'input'), rows.filter(({ role }) => role === 'output')];
}
