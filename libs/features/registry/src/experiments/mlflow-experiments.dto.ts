import type { Experiment } from '@millrace/access';
import { mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import { mlflowViewType } from './mlflow-view-type.ts';

/** Messages of mlflow/WIRE.md section 3. */
const tag = mlflowMessage({ key: z.string(), value: z.string() });

export const experimentIdMessage = mlflowMessage({ experiment_id: mlflowText });
export const experimentNameMessage = mlflowMessage({ experiment_name: z.string() });
export const createMessage = mlflowMessage({
  name: z.string(),
  artifact_location: z.string().optional(),
  tags: z.array(tag).default([]),
});
export const updateMessage = mlflowMessage({ experiment_id: mlflowText, new_name: z.string().optional() });
export const setTagMessage = mlflowMessage({ experiment_id: mlflowText, key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ experiment_id: mlflowText, key: z.string() });
export const searchMessage = mlflowMessage({
  max_results: mlflowInteger.default(0),
  page_token: z.string().optional(),
  filter: z.string().default(''),
  order_by: mlflowList(z.string()).default([]),
  view_type: mlflowViewType.default('ACTIVE_ONLY'),
});

export type SearchMessage = z.output<typeof searchMessage>;

/** An experiment as MLflow spells it: empty lists are left out. */
export function toMlflowExperiment(experiment: Experiment) {
  const tags = (experiment.tags ?? []).map(({ key, value }) => ({ key, value }));
  return {
    experiment_id: String(experiment.id),
    name: experiment.name,
    artifact_location: experiment.artifactLocation,
    lifecycle_stage: experiment.lifecycleStage,
    last_update_time: experiment.lastUpdateTime,
    creation_time: experiment.creationTime,
    ...(tags.length > 0 && { tags }),
    workspace: experiment.workspaceId,
  };
}
