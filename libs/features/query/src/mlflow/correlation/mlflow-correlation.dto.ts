import { mlflowList, mlflowMessage } from '@millrace/service-kit';
import { z } from 'zod';

/** `POST /mlflow/traces/calculate-filter-correlation` of mlflow/WIRE.md section 6.6. */
export const correlationMessage = mlflowMessage({
  experiment_ids: mlflowList(z.string()).default([]),
  filter_string1: z.string().default(''),
  filter_string2: z.string().default(''),
  base_filter: z.string().default(''),
});
export type CorrelationMessage = z.output<typeof correlationMessage>;
