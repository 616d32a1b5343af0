import type { EntityManager } from 'typeorm';
import type { JudgeItemJob } from '@millrace/ports';
import { isUnderWay, type Evaluation, type EvaluationItem } from '../evaluation.ts';
import { ITEM_COLUMNS, readEvaluation, toItem } from '../evaluation-rows.ts';

/** A row that is to be judged. */
export interface ClaimedItem {
  readonly evaluation: Evaluation;
  readonly item: EvaluationItem;
  /** How often judging it began. */
  readonly starts: number;
  /** Names of scorers that have judged it already. */
  readonly judgedBy: readonly string[];
}

interface ClaimRow {
  readonly starts: number;
  readonly judgedBy: readonly string[];
}

/** Rows are locked in the order of their ids wherever several are: so nobody waits for each other. */
const CLAIM = `
  WITH open AS (
    SELECT id FROM evaluation_items WHERE id = ANY($1::bigint[]) AND evaluation_id = $2 AND state = 'pending'
    ORDER BY id FOR NO KEY UPDATE
  )
  UPDATE evaluation_items item SET starts = starts + 1 FROM open WHERE item.id = open.id
  RETURNING ${ITEM_COLUMNS}, starts, ARRAY(
    SELECT DISTINCT scorer FROM evaluation_results
    WHERE item_id = item.id AND position = 0 AND state IN ('scored', 'skipped')) AS "judgedBy"`;
const UNQUEUE = `
  UPDATE evaluation_items SET queued_time = NULL WHERE id IN (
    SELECT id FROM evaluation_items WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE)`;

/**
 * In the order of the jobs; undefined where there is nothing to do: judged already, paused, ended, deleted. What an earlier try had
 * reserved is free again.
 */
export async function claimItems(
  manager: EntityManager,
  jobs: readonly JudgeItemJob[],
): Promise<(ClaimedItem | undefined)[]> {
  const claimed = new Map<string, ClaimedItem>();
  for (const [evaluationId, own] of Map.groupBy(jobs, (job) => job.evaluationId)) {
    const itemIds = [...new Set(own.map(({ itemId }) => itemId))];
    for (const found of await claimOf(manager, evaluationId, itemIds)) claimed.set(found.item.id, found);
  }
  return jobs.map(({ itemId }) => claimed.get(itemId));
}

async function claimOf(
  manager: EntityManager,
  evaluationId: string,
  itemIds: readonly string[],
): Promise<ClaimedItem[]> {
  const evaluation = await readEvaluation(manager, evaluationId);
  if (!evaluation || !isUnderWay(evaluation.state)) {
    await manager.query(UNQUEUE, [itemIds]);
    return [];
  }
  const [rows] = await manager.query<[ClaimRow[], number]>(CLAIM, [itemIds, evaluationId]);
  const claimed = rows.map((row) => ({
    evaluation,
    item: toItem(row),
    starts: row.starts,
    judgedBy: row.judgedBy,
  }));
  const again = claimed.filter(({ starts }) => starts > 1).map(({ item }) => item.id);
  if (again.length > 0) {
    await manager.query('DELETE FROM evaluation_reservations WHERE item_id = ANY($1::bigint[])', [again]);
  }
  return claimed;
}
