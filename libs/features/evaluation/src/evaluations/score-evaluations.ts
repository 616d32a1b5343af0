import type { EntityManager } from 'typeorm';
import { passRateInterval, type Interval } from '@millrace/statistics';

/** The figures by which evaluations are told apart in a list; `summarize` has the rest of one. */
export interface EvaluationScore {
  readonly evaluationId: string;
  readonly scorer: string;
  readonly name: string;
  readonly verdicts: number;
  readonly passRate: number | undefined;
  /** Wilson's, 95 %. */
  readonly passRateInterval: Interval | undefined;
  /** Of numbers; passing counts 1 and not passing 0. */
  readonly mean: number | undefined;
}

interface ScoreRow {
  readonly evaluationId: string;
  readonly scorer: string;
  readonly name: string;
  readonly verdicts: number;
  readonly passing: number;
  readonly judged: number;
  readonly mean: number | null;
}

const SCORES = `
  SELECT result.evaluation_id AS "evaluationId", result.scorer, result.name,
    count(*) FILTER (WHERE result.state = 'scored')::int AS verdicts,
    count(*) FILTER (WHERE result.is_passing)::int AS passing, count(result.is_passing)::int AS judged,
    avg(result.number) AS mean
  FROM evaluation_results AS result JOIN evaluations ON evaluations.id = result.evaluation_id
  WHERE result.evaluation_id = ANY($1) AND evaluations.workspace_id = $2
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** What every scorer of several evaluations found, in one read; of unknown evaluations nothing. */
export async function scoreEvaluations(
  manager: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<EvaluationScore[]> {
  const rows = await manager.query<ScoreRow[]>(SCORES, [ids, workspaceId]);
  return rows.map(({ passing, judged, mean, ...row }) => ({
    ...row,
    passRate: judged > 0 ? passing / judged : undefined,
    passRateInterval: passRateInterval(passing, judged),
    mean: mean ?? undefined,
  }));
}
