import { queryOptions } from '@tanstack/react-query';
import { askFigures } from '../../api/analytics.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const MOST_GROUPS = 1000;

interface ExperimentTraffic {
  readonly count: number;
  readonly errors: number;
}

/** Traces and errors of the last 7 days by experiment id; experiments without traffic are absent. */
export const trafficByExperimentQuery = queryOptions({
  queryKey: ['analytics', 'by-experiment'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, ExperimentTraffic>> => {
    const from = new Date(Date.now() - WEEK_MS).toISOString();
    const { rows } = await askFigures(
      { measures: ['count', 'errors'], dimensions: ['experiment'], from, limit: MOST_GROUPS },
      signal,
    );
    return new Map(
      rows.map(({ dimensions, measures }) => [
        String(dimensions['experiment']),
        { count: measures['count'] ?? 0, errors: measures['errors'] ?? 0 },
      ]),
    );
  },
});
