import { Injectable } from '@nestjs/common';
import { parseExperimentId } from '@millrace/access';
import { TraceAnalytics, type AnalyticsQuery, type AnalyticsRow, type Measure } from '@millrace/ports';
import { MlflowError } from '@millrace/service-kit';
import { readMetricFilters } from './metric-filters.ts';
import type { TraceMetricsMessage } from './mlflow-metrics.dto.ts';
import { TRACE_METRICS, type TraceMetric } from './trace-metrics.ts';

const NANOS_PER_MS = 1_000_000n;
const DAY_MS = 86_400_000;
const MOST_GROUPS = 10_000;
const MOST_RESULTS = 50_000;
const VIEWS = { TRACES: 'traces', SPANS: 'spans', ASSESSMENTS: 'assessments' } as const;

interface DataPoint {
  readonly metric_name: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number>>;
}

/** MLflow's metrics of traces: the figures of TraceAnalytics in its words. */
@Injectable()
export class MlflowMetricsService {
  constructor(private readonly analytics: TraceAnalytics) {}

  async query(
    workspaceId: string,
    message: TraceMetricsMessage,
  ): Promise<{ data_points?: DataPoint[]; next_page_token?: string }> {
    const query = toQuery(workspaceId, message);
    const rows = query.experimentIds.length === 0 ? [] : await this.analytics.measure(query);
    const points = rows
      .filter(({ measures }) => measures.some((value) => value !== undefined))
      .sort(byTimeAndDimensions)
      .map((row) => toPoint(row, message));
    const start = readPageToken(message.page_token);
    const page = points.slice(start, start + message.max_results);
    const next = start + page.length;
    return {
      ...(page.length > 0 && { data_points: page }),
      ...(next < points.length && { next_page_token: String(next) }),
    };
  }
}

function toQuery(workspaceId: string, message: TraceMetricsMessage): AnalyticsQuery {
  const metric = requireMetric(message);
  const { time_interval_seconds: interval, start_time_ms: start, end_time_ms: end } = message;
  if (interval !== undefined && (interval < 1 || start === undefined || end === undefined)) {
    throw invalid('time_interval_seconds is positive and needs start_time_ms and end_time_ms');
  }
  if (message.max_results < 1 || message.max_results > MOST_RESULTS) {
    throw invalid(`max_results is from 1 to ${MOST_RESULTS}, not ${message.max_results}`);
  }
  return {
    workspaceId,
    experimentIds: message.experiment_ids.map(parseExperimentId).filter((id) => id !== undefined),
    view: VIEWS[message.view_type],
    fromUnixNano: BigInt(start ?? 0) * NANOS_PER_MS,
    // The end is inclusive here.
    toUnixNano: BigInt((end ?? Date.now() + DAY_MS) + 1) * NANOS_PER_MS,
    measures: message.aggregations.map((each) => toMeasure(each, metric, message.metric_name)),
    dimensions: message.dimensions.map((name) => ({ of: requireDimension(name, metric, message) })),
    limit: MOST_GROUPS,
    ...readMetricFilters(message.view_type, message.filters),
    ...(interval !== undefined && { bucket: { count: interval, unit: 'second', timeZone: 'UTC' } as const }),
  };
}

function requireMetric({ view_type: view, metric_name: name }: TraceMetricsMessage): TraceMetric {
  const metrics = TRACE_METRICS[view];
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  if (metric) return metric;
  throw invalid(`Unknown metric '${name}' of ${view}. Supported: ${Object.keys(metrics).join(', ')}`);
}

function requireDimension(name: string, metric: TraceMetric, { metric_name: of }: TraceMetricsMessage) {
  const dimension = Object.hasOwn(metric.dimensions, name) ? metric.dimensions[name] : undefined;
  if (dimension !== undefined) return dimension;
  const known = Object.keys(metric.dimensions).join(', ') || 'none';
  throw invalid(`Unknown dimension '${name}' of the metric '${of}'. Supported: ${known}`);
}

function toMeasure(
  { aggregation_type: type, percentile_value: percentile }: TraceMetricsMessage['aggregations'][number],
  metric: TraceMetric,
  name: string,
): Measure {
  if (!metric.aggregations.includes(type)) {
    throw invalid(`The metric '${name}' has no ${type}. Supported: ${metric.aggregations.join(', ')}`);
  }
  if (type === 'PERCENTILE') {
    if (percentile === undefined) throw invalid('PERCENTILE needs a percentile_value from 0 to 100');
    return { of: metric.of, aggregate: percentile };
  }
  if (type === 'COUNT') return { of: metric.of, aggregate: 'sum' };
  return { of: metric.of, aggregate: type.toLowerCase() as 'sum' | 'avg' | 'min' | 'max' };
}

function toPoint(row: AnalyticsRow, message: TraceMetricsMessage): DataPoint {
  const dimensions = row.dimensions.map((value, index) => [message.dimensions[index] ?? '', String(value)]);
  const time = row.bucketStart === undefined ? [] : [['time_bucket', utcTime(row.bucketStart)]];
  const values = row.measures.flatMap((value, index) => {
    const aggregation = message.aggregations[index];
    return value === undefined || !aggregation ? [] : [[labelOf(aggregation), value] as const];
  });
  const named = Object.fromEntries([...time, ...dimensions]) as Record<string, string>;
  return {
    metric_name: message.metric_name,
    ...(Object.keys(named).length > 0 && { dimensions: named }),
    values: Object.fromEntries(values),
  };
}

function labelOf({
  aggregation_type: type,
  percentile_value: percentile = 0,
}: TraceMetricsMessage['aggregations'][number]) {
  if (type !== 'PERCENTILE') return type;
  return `P${Number.isInteger(percentile) ? percentile.toFixed(1) : percentile}`;
}

function utcTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.000Z$/, '+00:00');
}

function byTimeAndDimensions(a: AnalyticsRow, b: AnalyticsRow): number {
  const byTime = (a.bucketStart ?? 0) - (b.bucketStart ?? 0);
  if (byTime !== 0) return byTime;
  const [first, second] = [JSON.stringify(a.dimensions), JSON.stringify(b.dimensions)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function readPageToken(token: string): number {
  if (token === '') return 0;
  if (/^\d{1,9}$/.test(token)) return Number(token);
  throw invalid('Invalid page token, could not be decoded');
}

function invalid(message: string): MlflowError {
  return new MlflowError('INVALID_PARAMETER_VALUE', message);
}
