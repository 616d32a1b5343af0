import type { Dimension, Measured } from '@millrace/ports';

export type MetricView = 'TRACES' | 'SPANS' | 'ASSESSMENTS';
export type MetricAggregation = 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX' | 'PERCENTILE';

/** What MLflow lets one ask about a metric, and what it is here. */
export interface TraceMetric {
  readonly of: Measured;
  readonly aggregations: readonly MetricAggregation[];
  readonly dimensions: Readonly<Record<string, Dimension['of']>>;
}

const COUNT = ['COUNT'] as const;
const VALUES = ['AVG', 'MIN', 'MAX', 'PERCENTILE'] as const;
const SUMS = ['SUM', ...VALUES] as const;
const NAME = { trace_name: 'name' } as const;
const MODEL = { span_model_name: 'model', span_model_provider: 'provider' } as const;

const metric = (
  of: Measured,
  aggregations: readonly MetricAggregation[],
  dimensions: TraceMetric['dimensions'] = {},
): TraceMetric => ({ of, aggregations, dimensions });

/** Source: mlflow/WIRE.md section 6.12. */
export const TRACE_METRICS: Readonly<Record<MetricView, Readonly<Record<string, TraceMetric>>>> = {
  TRACES: {
    trace_count: metric('rows', COUNT, { ...NAME, trace_status: 'status' }),
    session_count: metric('sessions', COUNT),
    latency: metric('latency', VALUES, NAME),
    input_tokens: metric('tokens.all_input', SUMS, NAME),
    output_tokens: metric('tokens.all_output', SUMS, NAME),
    total_tokens: metric('tokens.total', SUMS, NAME),
    cache_read_input_tokens: metric('tokens.cache_read', SUMS, NAME),
    cache_creation_input_tokens: metric('tokens.cache_write', SUMS, NAME),
  },
  SPANS: {
    span_count: metric('rows', COUNT, {
      span_name: 'name',
      span_type: 'type',
      span_status: 'status',
      ...MODEL,
    }),
    latency: metric('latency', VALUES, { span_name: 'name', span_status: 'status' }),
    input_cost: metric('cost.all_input', SUMS, MODEL),
    output_cost: metric('cost.output', SUMS, MODEL),
    total_cost: metric('cost.total', SUMS, MODEL),
  },
  ASSESSMENTS: {
    assessment_count: metric('rows', COUNT, {
      assessment_name: 'assessment_name',
      assessment_value: 'assessment_value',
    }),
    assessment_value: metric('value', VALUES, { assessment_name: 'assessment_name' }),
  },
};
