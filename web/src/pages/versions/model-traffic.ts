import { queryOptions } from '@tanstack/react-query';
import { askFigures, type FigureRow } from '../../api/analytics.ts';
import { timeBounds, type TrafficSearch } from '../../app/traffic-search.ts';

/** What a version did, and how that was judged. */
export interface ModelTraffic {
  readonly measures: Readonly<Record<string, number>>;
  readonly scores: ReadonlyMap<string, ModelScore>;
}

export interface ModelScore {
  readonly count: number;
  /** The share that passed; absent where nothing can pass. */
  readonly passRate: number | undefined;
  readonly mean: number | undefined;
}

const MEASURES = ['count', 'error_rate', 'latency.p50', 'latency.p95', 'tokens.avg', 'cost.sum', 'cost.avg'];
const MOST_GROUPS = 1000;
const BEGIN = '2000-01-01T00:00:00Z';

/** By the id of the version; versions without traces in that time are absent. */
export const modelTrafficQuery = (experimentId: string, search: TrafficSearch) =>
  queryOptions({
    queryKey: ['analytics', 'by-model', experimentId, search],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, ModelTraffic>> => {
      const { from = BEGIN, to } = timeBounds(search, Date.now());
      const question = {
        experiment_ids: [experimentId],
        from,
        ...(to !== undefined && { to }),
        filter: search.filter ?? '',
        limit: MOST_GROUPS,
      };
      const [traffic, scores] = await Promise.all([
        askFigures({ ...question, measures: MEASURES, dimensions: ['logged_model'] }, signal),
        askFigures(
          {
            ...question,
            view: 'assessments',
            measures: ['count', 'pass_rate', 'value.avg'],
            dimensions: ['logged_model', 'assessment_name'],
          },
          signal,
        ),
      ]);
      return toTraffic(traffic.rows, scores.rows);
    },
  });

export function toTraffic(
  traffic: readonly FigureRow[],
  scores: readonly FigureRow[],
): ReadonlyMap<string, ModelTraffic> {
  const modelOf = ({ dimensions }: FigureRow): string => String(dimensions['logged_model'] ?? '');
  return new Map(
    traffic
      .filter((row) => modelOf(row) !== '')
      .map((row) => {
        const own = scores.filter((score) => modelOf(score) === modelOf(row));
        return [modelOf(row), { measures: row.measures, scores: new Map(own.map(toScore)) }];
      }),
  );
}

function toScore({ dimensions, measures }: FigureRow): readonly [string, ModelScore] {
  const score = {
    count: measures['count'] ?? 0,
    passRate: measures['pass_rate'],
    mean: measures['value.avg'],
  };
  return [String(dimensions['assessment_name']), score];
}
