import { mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';

export const jobMessage = mlflowMessage({ job_id: mlflowText });
export const searchMessage = mlflowMessage({ experiment_id: mlflowText });
export const invokeScorerMessage = mlflowMessage({
  experiment_id: mlflowText,
  serialized_scorer: z.string(),
  trace_ids: mlflowList(z.string()),
});
