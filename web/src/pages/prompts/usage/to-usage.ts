import type { FigureRow } from '../../../api/analytics.ts';

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
