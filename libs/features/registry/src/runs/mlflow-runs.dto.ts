import type { DatasetInput, KeyValue, LoggedMetric, MetricPoint, RunDetails } from '@millrace/runs';
import {
  mlflowDouble,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from '@millrace/service-kit';
import { z } from 'zod';
import { mlflowViewType } from '../experiments/mlflow-view-type.ts';

/** Messages of mlflow/WIRE.md section 4. Clients name a run by `run_id`, older ones by `run_uuid`. */
const RUN = { run_id: z.string().optional(), run_uuid: z.string().optional() };
const STATUS = mlflowEnum({ RUNNING: 1, SCHEDULED: 2, FINISHED: 3, FAILED: 4, KILLED: 5 });
const METRIC = {
  key: z.string(),
  value: mlflowDouble,
  timestamp: mlflowInteger,
  step: mlflowInteger.default(0),
  model_id: z.string().optional(),
  dataset_name: z.string().optional(),
  dataset_digest: z.string().optional(),
};
const keyValue = mlflowMessage({ key: z.string(), value: z.string() });
const dataset = mlflowMessage({
  name: z.string(),
  digest: z.string(),
  source_type: z.string(),
  source: z.string(),
  schema: z.string().optional(),
  profile: z.string().optional(),
});

export const runMessage = mlflowMessage(RUN);
export const createRunMessage = mlflowMessage({
  experiment_id: mlflowText,
  user_id: z.string().optional(),
  run_name: z.string().optional(),
  start_time: mlflowInteger.optional(),
  tags: z.array(keyValue).default([]),
});
export const updateRunMessage = mlflowMessage({
  ...RUN,
  status: STATUS.optional(),
  end_time: mlflowInteger.optional(),
  run_name: z.string().optional(),
});
export const logMetricMessage = mlflowMessage({ ...RUN, ...METRIC });
export const keyValueMessage = mlflowMessage({ ...RUN, key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ ...RUN, key: z.string() });
export const logBatchMessage = mlflowMessage({
  ...RUN,
  metrics: z.array(mlflowMessage(METRIC)).default([]),
  params: z.array(keyValue).default([]),
  tags: z.array(keyValue).default([]),
});
export const logModelMessage = mlflowMessage({ ...RUN, model_json: z.string() });
export const logInputsMessage = mlflowMessage({
  ...RUN,
  datasets: z.array(mlflowMessage({ dataset, tags: z.array(keyValue).default([]) })).default([]),
  models: z.array(mlflowMessage({ model_id: z.string() })).default([]),
});
export const logOutputsMessage = mlflowMessage({
  ...RUN,
  models: z.array(mlflowMessage({ model_id: z.string(), step: mlflowInteger.default(0) })).default([]),
});
export const searchRunsMessage = mlflowMessage({
  experiment_ids: mlflowList(mlflowText).default([]),
  filter: z.string().default(''),
  run_view_type: mlflowViewType.default('ACTIVE_ONLY'),
  max_results: mlflowInteger.default(1000),
  order_by: mlflowList(z.string()).default([]),
  page_token: z.string().optional(),
});
export const searchDatasetsMessage = mlflowMessage({ experiment_ids: mlflowList(mlflowText).default([]) });
export const historyMessage = mlflowMessage({
  ...RUN,
  metric_key: z.string(),
  page_token: z.string().optional(),
  max_results: mlflowInteger.optional(),
});
export const bulkHistoryMessage = mlflowMessage({
  run_id: mlflowList(z.string()).default([]),
  metric_key: z.string(),
  max_results: mlflowInteger.default(25_000),
});
export const sampledHistoryMessage = mlflowMessage({
  run_ids: mlflowList(z.string()).default([]),
  metric_key: z.string(),
  start_step: mlflowInteger.optional(),
  end_step: mlflowInteger.optional(),
  max_results: mlflowInteger.default(2500),
});

export type MlflowMetric = z.output<typeof logMetricMessage>;

export function fromMlflowMetric(metric: Omit<MlflowMetric, 'run_id' | 'run_uuid'>): LoggedMetric {
  const { key, value, timestamp, step, model_id, dataset_name, dataset_digest } = metric;
  return {
    key,
    value,
    timestamp,
    step,
    modelId: model_id,
    datasetName: dataset_name,
    datasetDigest: dataset_digest,
  };
}

export function fromMlflowDatasetInput(
  input: z.output<typeof logInputsMessage>['datasets'][number],
): DatasetInput {
  const { source_type: sourceType, ...rest } = input.dataset;
  return { dataset: { ...rest, sourceType }, tags: input.tags };
}

/** A point as MLflow spells it: what JSON has no number for is a word. */
export function toMlflowMetric({ key, value, timestamp, step }: MetricPoint) {
  return { key, value: Number.isFinite(value) ? value : String(value), timestamp, step };
}

/** A run as MLflow spells it: empty lists are left out. */
export function toMlflowRun(run: RunDetails) {
  const datasetInputs = run.datasetInputs.map(({ dataset: { sourceType, ...rest }, tags }) => ({
    ...(tags.length > 0 && { tags }),
    dataset: { ...rest, source_type: sourceType },
  }));
  const modelInputs = run.modelInputs.map((modelId) => ({ model_id: modelId }));
  const modelOutputs = run.modelOutputs.map(({ modelId, step }) => ({ model_id: modelId, step }));
  return {
    info: toMlflowRunInfo(run),
    data: {
      ...(run.metrics.length > 0 && { metrics: run.metrics.map(toMlflowMetric) }),
      ...(run.params.length > 0 && { params: run.params.map(toKeyValue) }),
      ...(run.tags.length > 0 && { tags: run.tags.map(toKeyValue) }),
    },
    inputs: {
      ...(datasetInputs.length > 0 && { dataset_inputs: datasetInputs }),
      ...(modelInputs.length > 0 && { model_inputs: modelInputs }),
    },
    outputs: { ...(modelOutputs.length > 0 && { model_outputs: modelOutputs }) },
  };
}

export function toMlflowRunInfo(run: RunDetails) {
  return {
    run_uuid: run.runId,
    experiment_id: String(run.experimentId),
    run_name: run.name,
    user_id: run.userId,
    status: run.status,
    start_time: run.startTime,
    ...(run.endTime !== undefined && { end_time: run.endTime }),
    artifact_uri: run.artifactUri,
    lifecycle_stage: run.lifecycleStage,
    run_id: run.runId,
  };
}

function toKeyValue({ key, value }: KeyValue): KeyValue {
  return { key, value };
}
