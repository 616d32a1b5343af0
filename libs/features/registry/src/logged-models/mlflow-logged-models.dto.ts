import {
  mlflowBoolean,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from '@millrace/service-kit';
import { z } from 'zod';
import { toMlflowMetric } from '../runs/mlflow-runs.dto.ts';
import type { LoggedModelStatus } from './logged-model.entity.ts';
import type { DescribedModel } from './logged-models.service.ts';
import type { ModelMetric } from './model-metrics.ts';

/** Messages of mlflow/WIRE.md section 9. */
const keyValue = mlflowMessage({ key: z.string(), value: z.string().default('') });
const dataset = mlflowMessage({ dataset_name: z.string(), dataset_digest: z.string().optional() });
const order = mlflowMessage({
  field_name: z.string(),
  ascending: mlflowBoolean.default(true),
  dataset_name: z.string().optional(),
  dataset_digest: z.string().optional(),
});
const status = mlflowEnum({ LOGGED_MODEL_PENDING: 1, LOGGED_MODEL_READY: 2, LOGGED_MODEL_UPLOAD_FAILED: 3 });

export const modelIdMessage = mlflowMessage({
  model_id: z.string(),
  allow_deleted: mlflowBoolean.default(false),
});
export const createModelMessage = mlflowMessage({
  experiment_id: mlflowText,
  name: z.string().optional(),
  model_type: z.string().optional(),
  source_run_id: z.string().optional(),
  params: z.array(keyValue).default([]),
  tags: z.array(keyValue).default([]),
});
export const finalizeModelMessage = mlflowMessage({ model_id: z.string(), status });
export const modelTagsMessage = mlflowMessage({ model_id: z.string(), tags: z.array(keyValue).default([]) });
export const modelParamsMessage = mlflowMessage({
  model_id: z.string(),
  params: z.array(keyValue).default([]),
});
export const searchModelsMessage = mlflowMessage({
  experiment_ids: mlflowList(mlflowText),
  filter: z.string().default(''),
  datasets: z.array(dataset).default([]),
  max_results: mlflowInteger.default(50),
  order_by: z.array(order).default([]),
  page_token: z.string().optional(),
});
export type SearchModelsMessage = z.output<typeof searchModelsMessage>;
export const modelFilesMessage = mlflowMessage({
  model_id: z.string(),
  artifact_directory_path: z.string().default(''),
  page_token: z.string().optional(),
});

type MlflowStatus = z.output<typeof status>;

export const STATUSES: Readonly<Record<MlflowStatus, LoggedModelStatus>> = {
  LOGGED_MODEL_PENDING: 'PENDING',
  LOGGED_MODEL_READY: 'READY',
  LOGGED_MODEL_UPLOAD_FAILED: 'FAILED',
};
const MLFLOW_STATUSES: Readonly<Record<LoggedModelStatus, MlflowStatus>> = {
  PENDING: 'LOGGED_MODEL_PENDING',
  READY: 'LOGGED_MODEL_READY',
  FAILED: 'LOGGED_MODEL_UPLOAD_FAILED',
};

/** A model as MLflow spells it: empty lists are left out. */
export function toMlflowModel({ model, metrics }: DescribedModel) {
  const tags = byKey(model.tags ?? []);
  const params = byKey(model.params ?? []);
  return {
    info: {
      model_id: model.id,
      experiment_id: String(model.experimentId),
      name: model.name,
      creation_timestamp_ms: model.creationTime,
      last_updated_timestamp_ms: model.lastUpdateTime,
      artifact_uri: model.artifactUri,
      status: MLFLOW_STATUSES[model.status],
      model_type: model.modelType,
      source_run_id: model.sourceRunId,
      ...(tags.length > 0 && { tags }),
    },
    data: {
      ...(params.length > 0 && { params }),
      ...(metrics.length > 0 && { metrics: metrics.map(toModelMetric) }),
    },
  };
}

function toModelMetric(metric: ModelMetric) {
  return {
    ...toMlflowMetric(metric),
    ...(metric.datasetName !== '' && { dataset_name: metric.datasetName }),
    ...(metric.datasetDigest !== '' && { dataset_digest: metric.datasetDigest }),
    model_id: metric.modelId,
    run_id: metric.runId,
  };
}

function byKey(pairs: readonly { readonly key: string; readonly value: string }[]) {
  return pairs
    .map(({ key, value }) => ({ key, value }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
