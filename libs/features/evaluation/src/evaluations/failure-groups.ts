import type { EntityManager } from 'typeorm';

/** Cases that did not pass or could not be judged, alike by scorer and reason. */
export interface FailureGroup {
  readonly scorer: string;
  /** `not passing` is a verdict; the others are what stood in its way. */
  readonly kind: 'not passing' | 'failed' | 'skipped';
  readonly reason: string;
  readonly count: number;
  /** Some of its traces. */
  readonly traceIds: readonly string[];
  /** Of one of them: why the judge says no. */
  readonly rationale: string | undefined;
}

interface GroupRow extends Omit<FailureGroup, 'rationale' | 'traceIds'> {
  readonly traceIds: readonly (string | null)[];
  readonly rationale: string | null;
}

const MOST_GROUPS = 100;
const MOST_TRACES = 20;

/** The largest groups first. */
export async function groupFailures(manager: EntityManager, evaluationId: string): Promise<FailureGroup[]> {
  const rows = await manager.query<GroupRow[]>(
    `SELECT result.scorer, CASE result.state WHEN 'scored' THEN 'not passing' ELSE result.state END AS kind,
       coalesce(CASE result.state WHEN 'scored' THEN result.value #>> '{}' ELSE result.reason END, '') AS reason,
       count(DISTINCT result.item_id)::int AS count,
       (array_agg(DISTINCT item.trace_id) FILTER (WHERE item.trace_id IS NOT NULL))[1:${MOST_TRACES}] AS "traceIds",
       (array_agg(result.rationale ORDER BY result.item_id) FILTER (WHERE result.rationale IS NOT NULL))[1] AS rationale
     FROM evaluation_results result JOIN evaluation_items item ON item.id = result.item_id
     WHERE result.evaluation_id = $1 AND (result.state <> 'scored' OR result.is_passing = false)
     GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT ${MOST_GROUPS}`,
    [evaluationId],
  );
  return rows.map((row) => ({
    ...row,
    traceIds: (row.traceIds ?? []).filter((id) => id !== null),
    rationale: row.rationale ?? undefined,
  }));
}
