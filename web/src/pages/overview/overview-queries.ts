import { queryOptions } from '@tanstack/react-query';
import { askFigures, type FigureRow, type FiguresQuestion } from '../../api/analytics.ts';
import type { Traffic } from '../../app/use-traffic.ts';
import { chooseBucket } from './buckets.ts';
import type { TimeAxis } from './series.ts';

const MOST_GROUPS = 12;
const EPOCH = new Date(0).toISOString();

export interface Overview {
  readonly axis: TimeAxis;
  readonly rows: readonly FigureRow[];
}

const MOST_SCORES = 6;
const BARS = 90;
/** Scores are few: shares of two or three say nothing. */
const FEW_SCORES_EACH = 14;

type Question = Omit<FiguresQuestion, 'bucket' | 'experiment_ids' | 'from' | 'to' | 'filter'>;

/** A question about the traffic of the page; `mostBuckets` asks for so many buckets at most. */
function overviewQuery(traffic: Traffic, name: string, question: Question, mostBuckets?: number) {
  const { experimentId, search, filter } = traffic;
  return queryOptions({
    queryKey: ['analytics', 'overview', name, experimentId, search],
    queryFn: async ({ signal }): Promise<Overview> => {
      const bounds = traffic.bounds();
      const bucket = chooseBucket(bounds, Date.now(), mostBuckets);
      const { from, to, rows } = await askFigures(
        {
          ...question,
          experiment_ids: [experimentId],
          from: EPOCH,
          ...bounds,
          filter,
          ...(mostBuckets !== undefined && { bucket: bucket.name }),
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        signal,
      );
      return { rows, axis: { bucket, from: Date.parse(from), to: Date.parse(to) } };
    },
  });
}

/** The figures of the cards, with those of the period before where there is one. */
export const totalsQuery = (traffic: Traffic) =>
  overviewQuery(traffic, 'totals', {
    measures: ['count', 'error_rate', 'latency.p50', 'latency.p95', 'tokens', 'cost', 'users'],
    compare_previous: traffic.search.range !== 'all',
  });

export const trafficOverTimeQuery = (traffic: Traffic) =>
  overviewQuery(
    traffic,
    'traffic',
    {
      measures: [
        'count',
        'errors',
        'latency.p50',
        'latency.p90',
        'latency.p99',
        'tokens.input',
        'tokens.cache_read',
        'tokens.cache_write',
        'tokens.output',
        'tokens.reasoning',
      ],
    },
    BARS,
  );

export const costOverTimeQuery = (traffic: Traffic) =>
  overviewQuery(
    traffic,
    'cost',
    { view: 'spans', measures: ['cost'], dimensions: ['model'], limit: MOST_GROUPS },
    BARS,
  );

export const scoresOverTimeQuery = (traffic: Traffic) =>
  overviewQuery(
    traffic,
    'scores over time',
    {
      view: 'assessments',
      measures: ['count', 'pass_rate'],
      dimensions: ['assessment_name'],
      limit: MOST_SCORES,
    },
    FEW_SCORES_EACH,
  );

export const scoresQuery = (traffic: Traffic) =>
  overviewQuery(traffic, 'scores', {
    view: 'assessments',
    measures: ['count', 'pass_rate', 'value.avg'],
    dimensions: ['assessment_name'],
    limit: MOST_GROUPS,
  });

export const modelsQuery = (traffic: Traffic) =>
  overviewQuery(traffic, 'models', {
    view: 'spans',
    measures: ['count', 'error_rate', 'latency.p95', 'time_to_first_token.p50', 'tokens', 'cost'],
    dimensions: ['model'],
    limit: MOST_GROUPS,
  });

export const toolsQuery = (traffic: Traffic) =>
  overviewQuery(traffic, 'tools', {
    view: 'spans',
    span_filter: "type = 'TOOL'",
    measures: ['count', 'errors', 'error_rate', 'latency.p50', 'latency.p95'],
    dimensions: ['name'],
    limit: MOST_GROUPS,
  });

export const spanNamesQuery = (traffic: Traffic) =>
  overviewQuery(traffic, 'span names', {
    view: 'spans',
    measures: ['count', 'error_rate', 'latency.p50', 'latency.p95'],
    dimensions: ['name', 'type'],
    limit: MOST_GROUPS,
  });
