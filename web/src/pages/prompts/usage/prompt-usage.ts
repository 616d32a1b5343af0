import { queryOptions } from '@tanstack/react-query';
import { askFigures } from '../../../api/analytics.ts';
import { timeBounds, type TimeRange } from '../../../app/traffic-search.ts';
import { toUsage, type VersionUsage } from './to-usage.ts';

const MEASURES = ['count', 'error_rate', 'latency.p50', 'latency.p95', 'tokens.avg', 'cost.sum'];
const DIMENSIONS = ['prompt_version', 'experiment'];
const MOST_GROUPS = 1000;
/** A filter compares with so many versions at once. */
const MOST_VERSIONS = 100;
/** All the time there was. */
const BEGIN = '2000-01-01T00:00:00Z';

/** Traffic and scores of the latest versions of a prompt; runs of the playground are no traffic. */
export const promptUsageQuery = (name: string, latest: number, range: TimeRange) =>
  queryOptions({
    queryKey: ['analytics', 'prompt-usage', name, latest, range],
    queryFn: async ({ signal }): Promise<VersionUsage[]> => {
      const { from = BEGIN } = timeBounds({ range }, Date.now());
      const question = { from, filter: usageFilter(name, latest), limit: MOST_GROUPS };
      const [traffic, scores] = await Promise.all([
        askFigures({ ...question, measures: MEASURES, dimensions: DIMENSIONS }, signal),
        askFigures(
          {
            ...question,
            view: 'assessments',
            measures: ['count', 'pass_rate', 'value.avg'],
            dimensions: [...DIMENSIONS, 'assessment_name'],
          },
          signal,
        ),
      ]);
      return toUsage(name, traffic.rows, scores.rows);
    },
  });

function usageFilter(name: string, latest: number): string {
  const first = Math.max(1, latest - MOST_VERSIONS + 1);
  const versions = Array.from({ length: latest - first + 1 }, (_, at) => `prompt = '${name}/${first + at}'`);
  return `(${versions.join(' OR ')}) AND tags.\`millrace.playground\` IS NULL`;
}
