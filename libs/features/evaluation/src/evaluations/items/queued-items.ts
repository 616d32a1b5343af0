import type { EntityManager } from 'typeorm';
import type { ItemKind } from '../evaluation.ts';

/** A row whose job has not come by then may have lost it: it is queued again, which changes nothing if it has not. */
const LOST_AFTER_MS = 120_000;

/**
 * Ids of rows of these kinds to be queued, so that at most `window` are: first those whose job may be lost, then those that wait, by their hash,
 * so what a spent budget leaves is a fair sample too.
 */
export async function readDue(
  manager: EntityManager,
  evaluationId: string,
  kinds: readonly ItemKind[],
  window: number,
): Promise<string[]> {
  const rows = await manager.query<{ readonly id: string }[]>(
    `WITH queued AS (
       SELECT id, queued_time FROM evaluation_items
       WHERE evaluation_id = $1 AND state = 'pending' AND queued_time IS NOT NULL
     ), lost AS (SELECT id FROM queued WHERE queued_time < $3),
     waiting AS (
       SELECT id FROM evaluation_items
       WHERE evaluation_id = $1 AND state = 'pending' AND queued_time IS NULL AND kind = ANY($4)
       ORDER BY sample_hash, id LIMIT greatest(0, $2 - (SELECT count(*) FROM queued))
     )
     SELECT id::text AS id FROM lost UNION ALL SELECT id::text FROM waiting`,
    [evaluationId, window, Date.now() - LOST_AFTER_MS, kinds],
  );
  return rows.map(({ id }) => id);
}

export async function markQueued(manager: EntityManager, itemIds: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE evaluation_items SET queued_time = $2 WHERE id IN (
       SELECT id FROM evaluation_items WHERE id = ANY($1::bigint[]) AND state = 'pending'
       ORDER BY id FOR NO KEY UPDATE)`,
    [itemIds, Date.now()],
  );
}
