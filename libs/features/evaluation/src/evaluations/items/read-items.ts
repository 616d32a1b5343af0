import type { EntityManager } from 'typeorm';
import type { JsonValue } from '@millrace/domain';
import type { EvaluationItem, ItemKind, ItemState } from '../evaluation.ts';
import { ITEM_COLUMNS, toItem } from '../evaluation-rows.ts';

/** What a scorer found about a row of the ledger. */
export interface ItemResult {
  readonly scorer: string;
  readonly name: string;
  readonly state: 'scored' | 'skipped' | 'failed';
  readonly value: JsonValue;
  readonly isPassing: boolean | undefined;
  /** Its beginning. */
  readonly rationale: string | undefined;
  readonly reason: string | undefined;
  readonly spanId: string | undefined;
  readonly assessmentId: string | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

export interface JudgedItem {
  readonly item: EvaluationItem;
  readonly results: readonly ItemResult[];
}

/** Which rows are listed; what is absent does not matter. */
export interface ItemQuery {
  readonly kind?: ItemKind | undefined;
  readonly state?: ItemState | undefined;
  /** Rows with a result of this scorer. */
  readonly scorer?: string | undefined;
  /** Rows with a verdict that passes, or does not: of the scorer if one is named. */
  readonly isPassing?: boolean | undefined;
  readonly limit: number;
  /** Id of the last row of the page before. */
  readonly after?: string | undefined;
}

interface ResultRow {
  readonly itemId: string;
  readonly scorer: string;
  readonly name: string;
  readonly state: ItemResult['state'];
  readonly value: JsonValue;
  readonly isPassing: boolean | null;
  readonly rationale: string | null;
  readonly reason: string | null;
  readonly spanId: string | null;
  readonly assessmentId: string | null;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly costUsd: number;
}

const ITEMS = `
  SELECT ${ITEM_COLUMNS} FROM evaluation_items item
  WHERE evaluation_id = $1 AND id > $2 AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR state = $4)
    AND ($5::text IS NULL AND $6::boolean IS NULL OR EXISTS (
      SELECT 1 FROM evaluation_results result
      WHERE result.item_id = item.id AND ($5::text IS NULL OR result.scorer = $5)
        AND ($6::boolean IS NULL OR result.is_passing = $6)))
  ORDER BY id LIMIT $7`;
const RESULTS = `
  SELECT item_id::text AS "itemId", scorer, name, state, value, is_passing AS "isPassing", rationale, reason,
    span_id AS "spanId", assessment_id AS "assessmentId", input_tokens AS "inputTokens", output_tokens AS "outputTokens",
    cost_usd AS "costUsd"
  FROM evaluation_results WHERE item_id = ANY($1::bigint[]) ORDER BY item_id, scorer, position`;

/** Rows of the ledger in the order they were selected, with what was found. */
export async function readItems(
  manager: EntityManager,
  evaluationId: string,
  { kind, state, scorer, isPassing, limit, after }: ItemQuery,
): Promise<JudgedItem[]> {
  const rows = await manager.query<unknown[]>(ITEMS, [
    evaluationId,
    after ?? '0',
    kind ?? null,
    state ?? null,
    scorer ?? null,
    isPassing ?? null,
    limit,
  ]);
  const items = rows.map(toItem);
  const results = await manager.query<ResultRow[]>(RESULTS, [items.map(({ id }) => id)]);
  const byItem = Map.groupBy(results, ({ itemId }) => itemId);
  return items.map((item) => ({ item, results: (byItem.get(item.id) ?? []).map(toResult) }));
}

function toResult(row: ResultRow): ItemResult {
  const { scorer, name, state, value, costUsd } = row;
  return {
    scorer,
    name,
    state,
    value,
    costUsd,
    isPassing: row.isPassing ?? undefined,
    rationale: row.rationale ?? undefined,
    reason: row.reason ?? undefined,
    spanId: row.spanId ?? undefined,
    assessmentId: row.assessmentId ?? undefined,
    inputTokens: Number(row.inputTokens),
    outputTokens: Number(row.outputTokens),
  };
}
