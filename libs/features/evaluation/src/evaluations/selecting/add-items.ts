import type { EntityManager } from 'typeorm';
import type { ItemKind } from '../evaluation.ts';

/** A row to be added to the ledger. */
export interface NewItem {
  readonly kind: ItemKind;
  readonly subject: string;
  readonly traceId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly sampleHash: number;
  /** Why it can't be judged, where that is known already. */
  readonly skipped?: string | undefined;
}

/** Those that are there already stay as they are. */
export async function addItems(
  manager: EntityManager,
  evaluationId: string,
  items: readonly NewItem[],
): Promise<void> {
  if (items.length === 0) return;
  await manager.query(
    `INSERT INTO evaluation_items (evaluation_id, kind, subject, trace_id, session_id, sample_hash, state, reason, end_time)
     SELECT $1, kind, subject, trace_id, session_id, sample_hash,
       CASE WHEN reason IS NULL THEN 'pending' ELSE 'skipped' END, reason, CASE WHEN reason IS NOT NULL THEN $8::bigint END
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])
       AS given (kind, subject, trace_id, session_id, sample_hash, reason)
     ON CONFLICT (evaluation_id, kind, subject) DO NOTHING`,
    [
      evaluationId,
      items.map(({ kind }) => kind),
      items.map(({ subject }) => subject),
      items.map(({ traceId }) => traceId ?? null),
      items.map(({ sessionId }) => sessionId ?? null),
      items.map(({ sampleHash }) => sampleHash),
      items.map(({ skipped }) => skipped ?? null),
      Date.now(),
    ],
  );
}

/** Keeps those with the smallest hashes: a fair sample, whatever order they were found in. */
export async function keepSmallest(
  manager: EntityManager,
  evaluationId: string,
  most: number,
): Promise<void> {
  await manager.query(
    `DELETE FROM evaluation_items item USING (
       SELECT sample_hash, id FROM evaluation_items WHERE evaluation_id = $1 AND kind = 'trace'
       ORDER BY sample_hash, id OFFSET $2 LIMIT 1
     ) AS first_left_out
     WHERE item.evaluation_id = $1 AND item.kind = 'trace'
       AND (item.sample_hash, item.id) >= (first_left_out.sample_hash, first_left_out.id)`,
    [evaluationId, most],
  );
}

/** One row for each session of the traces in the ledger. */
export async function addSessions(manager: EntityManager, evaluationId: string): Promise<void> {
  await manager.query(
    `INSERT INTO evaluation_items (evaluation_id, kind, subject, session_id, sample_hash, state)
     SELECT evaluation_id, 'session', session_id, session_id, min(sample_hash), 'pending' FROM evaluation_items
     WHERE evaluation_id = $1 AND kind = 'trace' AND session_id IS NOT NULL GROUP BY evaluation_id, session_id
     ON CONFLICT (evaluation_id, kind, subject) DO NOTHING`,
    [evaluationId],
  );
}

/** Where conversations alone are judged: a trace has the state of its session, and one without a session none. */
export async function skipTracesWithoutSession(manager: EntityManager, evaluationId: string): Promise<void> {
  await manager.query(
    `UPDATE evaluation_items SET state = 'skipped', reason = 'needs a session', end_time = $2
     WHERE evaluation_id = $1 AND kind = 'trace' AND state = 'pending' AND session_id IS NULL`,
    [evaluationId, Date.now()],
  );
}
