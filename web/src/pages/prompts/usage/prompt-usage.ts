import { queryOptions } from '@tanstack/react-query';
import { askFigures, type FigureRow } from '../../../api/analytics.ts';
import { timeBounds, type TimeRange } from '../../../app/traffic-search.ts';

/** What a version did in an experiment. */
export interface VersionUsage {
  readonly version: number;
  readonly experimentId: string;
  readonly measures: Readonly<Record<string, number>>;
  /** By the scorer: the share that passed, or the mean of numbers. */
  readonly scores: readonly VersionScore[];
}

export interface VersionScore {
  readonly name: string;
  readonly count: number;
  readonly passRate: number | undefined;
  readonly mean: number | undefined;
}

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

/** The newest version first. A trace may use other prompts too: their rows are left out. */
export function toUsage(
  name: string,
  traffic: readonly FigureRow[],
  scores: readonly FigureRow[],
): VersionUsage[] {
  const found = traffic.flatMap(({ dimensions, measures }) => {
    const version = versionOf(name, dimensions['prompt_version']);
    if (version === undefined) return [];
    const experimentId = String(dimensions['experiment']);
    const own = scores.filter(
      (score) =>
        score.dimensions['prompt_version'] === dimensions['prompt_version'] &&
        String(score.dimensions['experiment']) === experimentId,
    );
    return [{ version, experimentId, measures, scores: own.map(toScore) }];
  });
  return found.toSorted((a, b) => b.version - a.version || a.experimentId.localeCompare(b.experimentId));
}

function versionOf(name: string, value: unknown): number | undefined {
  const text = String(value ?? '');
  if (!text.startsWith(`${name}/`)) return undefined;
  const version = Number(text.slice(name.length + 1));
  return Number.isInteger(version) ? version : undefined;
}

function toScore({ dimensions, measures }: FigureRow): VersionScore {
  return {
    name: String(dimensions['assessment_name']),
    count: measures['count'] ?? 0,
    passRate: measures['pass_rate'],
    mean: measures['value.avg'],
  };
}
