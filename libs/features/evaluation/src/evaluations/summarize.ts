import type { EntityManager } from 'typeorm';
import { passRateInterval, type Interval } from '@millrace/statistics';

/** A word that verdicts used, and how often. */
export interface CategoryCount {
  readonly value: string;
  readonly count: number;
}

/** What one scorer found, by the name of its verdicts. */
export interface ScorerSummary {
  readonly scorer: string;
  readonly name: string;
  /** Rows of the ledger by what became of them with this scorer. */
  readonly scored: number;
  readonly skipped: number;
  readonly failed: number;
  /** Verdicts; more than `scored` where a scorer finds several things in one trace. */
  readonly verdicts: number;
  /** Of those that say yes or no. */
  readonly passing: number;
  readonly judged: number;
  readonly passRate: number | undefined;
  /** Wilson's, 95 %. */
  readonly passRateInterval: Interval | undefined;
  readonly mean: number | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Keys `p05`, `p25`, `p50`, `p75`, `p95`, `p99`; absent where verdicts are no numbers. */
  readonly quantiles: Readonly<Record<string, number>> | undefined;
  readonly categories: readonly CategoryCount[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

interface SummaryRow {
  readonly scorer: string;
  readonly name: string;
  readonly scored: number;
  readonly skipped: number;
  readonly failed: number;
  readonly verdicts: number;
  readonly passing: number;
  readonly judged: number;
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly quantiles: readonly (number | null)[] | null;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly costUsd: number;
}

interface CategoryRow extends CategoryCount {
  readonly scorer: string;
  readonly name: string;
}

const QUANTILES = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, p99: 0.99 };
const MOST_CATEGORIES = 20;
/** What a scorer did not find goes to the name it would have used. */
const SUMMARIES = `
  SELECT scorer, name,
    count(DISTINCT item_id) FILTER (WHERE state = 'scored')::int AS scored,
    count(DISTINCT item_id) FILTER (WHERE state = 'skipped')::int AS skipped,
    count(DISTINCT item_id) FILTER (WHERE state = 'failed')::int AS failed,
    count(*) FILTER (WHERE state = 'scored')::int AS verdicts,
    count(*) FILTER (WHERE is_passing)::int AS passing, count(is_passing)::int AS judged,
    avg(number) AS mean, min(number) AS minimum, max(number) AS maximum,
    percentile_cont(ARRAY[${Object.values(QUANTILES).join(', ')}]) WITHIN GROUP (ORDER BY number)
      FILTER (WHERE is_passing IS NULL) AS quantiles,
    sum(input_tokens) AS "inputTokens", sum(output_tokens) AS "outputTokens", sum(cost_usd) AS "costUsd"
  FROM evaluation_results WHERE evaluation_id = $1 GROUP BY scorer, name ORDER BY scorer, name`;
const CATEGORIES = `
  SELECT scorer, name, value, count FROM (
    SELECT scorer, name, value #>> '{}' AS value, count(*)::int AS count,
      row_number() OVER (PARTITION BY scorer, name ORDER BY count(*) DESC, value #>> '{}') AS place
    FROM evaluation_results
    WHERE evaluation_id = $1 AND state = 'scored' AND jsonb_typeof(value) IN ('string', 'boolean')
    GROUP BY scorer, name, value #>> '{}'
  ) AS ranked WHERE place <= ${MOST_CATEGORIES} ORDER BY scorer, name, place`;

/** What every scorer found, counted from its results. */
export async function summarize(manager: EntityManager, evaluationId: string): Promise<ScorerSummary[]> {
  const rows = await manager.query<SummaryRow[]>(SUMMARIES, [evaluationId]);
  const categories = await manager.query<CategoryRow[]>(CATEGORIES, [evaluationId]);
  return rows.map((row) => ({
    ...row,
    passRate: row.judged > 0 ? row.passing / row.judged : undefined,
    passRateInterval: passRateInterval(row.passing, row.judged),
    mean: row.mean ?? undefined,
    minimum: row.minimum ?? undefined,
    maximum: row.maximum ?? undefined,
    quantiles: toQuantiles(row.quantiles ?? []),
    categories: categories
      .filter(({ scorer, name }) => scorer === row.scorer && name === row.name)
      .map(({ value, count }) => ({ value, count })),
    inputTokens: Number(row.inputTokens),
    outputTokens: Number(row.outputTokens),
  }));
}

function toQuantiles(values: readonly (number | null)[]): Readonly<Record<string, number>> | undefined {
  const entries = Object.keys(QUANTILES).flatMap((key, at): [string, number][] => {
    const value = values[at];
    return typeof value === 'number' ? [[key, value]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
