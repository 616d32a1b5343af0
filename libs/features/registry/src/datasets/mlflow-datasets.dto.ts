import { experimentIdsOf, type EvaluationDataset } from '@millrace/datasets';
import { Rejected } from '@millrace/domain';
import { mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';

/** Messages of mlflow/WIRE.md section 10: tags, schema, profile and records are JSON in a text. */
const dataset_id = mlflowText;
const experiment_ids = mlflowList(mlflowText).default([]);
const page_token = z.string().optional();

export const createMessage = mlflowMessage({
  name: z.string(),
  experiment_ids,
  tags: z.string().optional(),
  created_by: z.string().optional(),
});
export const datasetIdMessage = mlflowMessage({ dataset_id });
export const searchMessage = mlflowMessage({
  experiment_ids,
  filter_string: z.string().default(''),
  max_results: mlflowInteger.default(1000),
  order_by: mlflowList(z.string()).default([]),
  page_token,
});
export const tagsMessage = mlflowMessage({ dataset_id, tags: z.string() });
export const tagKeyMessage = mlflowMessage({ dataset_id, key: mlflowText });
export const mergeMessage = mlflowMessage({
  dataset_id,
  records: z.string(),
  updated_by: z.string().optional(),
});
export const listRecordsMessage = mlflowMessage({
  dataset_id,
  max_results: mlflowInteger.default(1000),
  page_token,
});
export const deleteRecordsMessage = mlflowMessage({
  dataset_id,
  dataset_record_ids: mlflowList(mlflowText).default([]),
});
export const experimentsMessage = mlflowMessage({ dataset_id, experiment_ids });

export type SearchMessage = z.output<typeof searchMessage>;

const tagsObject = z.record(z.string(), z.unknown());

/** Tags out of their JSON text: values become texts, those without one are left out. Throws Rejected for anything else. */
export function readTags(text: string | undefined): Record<string, string> {
  if (text === undefined || text === '') return {};
  const result = tagsObject.nullable().safeParse(parseJson(text));
  if (!result.success) {
    throw new Rejected("Invalid value for parameter 'tags' supplied: it must be a JSON object in a string.");
  }
  const given = Object.entries(result.data ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** A dataset as MLflow spells it: unset fields are left out. */
export function toMlflowDataset(dataset: EvaluationDataset) {
  const { schema, recordCount, createdBy, lastUpdatedBy } = dataset;
  const tags = Object.fromEntries((dataset.tags ?? []).map(({ key, value }) => [key, value]));
  const experimentIds = experimentIdsOf(dataset);
  return {
    dataset_id: dataset.id,
    name: dataset.name,
    tags: JSON.stringify(tags),
    ...(schema && { schema: JSON.stringify(schema) }),
    ...(recordCount > 0 && { profile: JSON.stringify({ num_records: recordCount }) }),
    digest: dataset.digest,
    created_time: dataset.creationTime,
    last_update_time: dataset.lastUpdateTime,
    ...(createdBy && { created_by: createdBy }),
    ...(lastUpdatedBy && { last_updated_by: lastUpdatedBy }),
    ...(experimentIds.length > 0 && { experiment_ids: experimentIds }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
