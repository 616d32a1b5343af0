import { mlflowEnum, mlflowInteger, mlflowList, mlflowMessage } from '@millrace/service-kit';
import { z } from 'zod';

const aggregation = mlflowMessage({
  aggregation_type: mlflowEnum({ COUNT: 1, SUM: 2, AVG: 3, PERCENTILE: 4, MIN: 5, MAX: 6 }),
  percentile_value: z.number().min(0).max(100).optional(),
});

/** `POST /mlflow/traces/metrics` of mlflow/WIRE.md section 6.12. */
export const traceMetricsMessage = mlflowMessage({
  experiment_ids: mlflowList(z.string()).default([]),
  view_type: mlflowEnum({ TRACES: 1, SPANS: 2, ASSESSMENTS: 3 }),
  metric_name: z.string(),
  aggregations: z.array(aggregation).min(1).max(20),
  dimensions: mlflowList(z.string()).default([]),
  filters: mlflowList(z.string()).default([]),
  time_interval_seconds: mlflowInteger.optional(),
  start_time_ms: mlflowInteger.optional(),
  end_time_ms: mlflowInteger.optional(),
  max_results: mlflowInteger.default(1000),
  page_token: z.string().default(''),
});
export type TraceMetricsMessage = z.output<typeof traceMetricsMessage>;
