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

/** Undefined when there is nothing to do: judged already, paused, ended, deleted. What an earlier try had reserved is free again. */
export async function claimItem(
  manager: EntityManager,
  { evaluationId, itemId }: JudgeItemJob,
): Promise<ClaimedItem | undefined> {
  const evaluation = await readEvaluation(manager, evaluationId);
  if (!evaluation || !isUnderWay(evaluation.state)) {
    await manager.query('UPDATE evaluation_items SET queued_time = NULL WHERE id = $1', [itemId]);
    return undefined;
  }
  const [rows] = await manager.query<[ClaimRow[], number]>(
    `UPDATE evaluation_items item SET starts = starts + 1 WHERE id = $1 AND evaluation_id = $2 AND state = 'pending'
     RETURNING ${ITEM_COLUMNS}, starts, ARRAY(
       SELECT DISTINCT scorer FROM evaluation_results
       WHERE item_id = $1 AND position = 0 AND state IN ('scored', 'skipped')) AS "judgedBy"`,
    [itemId, evaluationId],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (row.starts > 1) await manager.query('DELETE FROM evaluation_reservations WHERE item_id = $1', [itemId]);
  return { evaluation, item: toItem(row), starts: row.starts, judgedBy: row.judgedBy };
}
