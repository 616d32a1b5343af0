import { JOB_COLUMNS, JOB_TABLE } from './job-rows.ts';
import { SCHEMA } from '../pg-boss.config.ts';

/** How long a job that is done or cancelled is known. */
export const KEPT_SECONDS = 7_200;

/** $1 kind, $2 keys. */
export const HOLDERS_OF_KEYS = `SELECT id::text AS id, singleton_key AS key FROM ${JOB_TABLE}
  WHERE name = $1 AND state <= 'active' AND policy = 'exclusive' AND COALESCE(singleton_key, '') = ANY($2::text[])`;

/** $1 kind, $2 id. */
export const FIND = `SELECT ${JOB_COLUMNS} FROM ${JOB_TABLE} WHERE name = $1 AND id = $2::uuid`;

/** $1 kind, $2 id. */
export const CANCEL = `UPDATE ${JOB_TABLE} SET state = 'cancelled', completed_on = now()
  WHERE name = $1 AND id = $2::uuid AND state < 'completed' RETURNING id`;

/** $1 workspace or null, $2 limit, $3 and $4 kind and id of the last one before, or null. */
export const LIST_SET_ASIDE = `SELECT ${JOB_COLUMNS}, data->'payload' AS payload FROM ${JOB_TABLE}
  WHERE state = 'failed' AND ($1::text IS NULL OR group_id = $1)
    AND ($3::text IS NULL OR (completed_on, id) <
      (SELECT last.completed_on, last.id FROM ${JOB_TABLE} last WHERE last.name = $3 AND last.id = $4::uuid))
  ORDER BY completed_on DESC, id DESC LIMIT $2`;

/** $1 kind, $2 id. Its claims so far no longer count. */
export const REPLAY = `UPDATE ${JOB_TABLE} SET state = 'retry', completed_on = NULL, start_after = now(),
    deletion_seconds = ${KEPT_SECONDS}, retry_limit = retry_count + (data->>'attempts')::int
  WHERE name = $1 AND id = $2::uuid AND state = 'failed' RETURNING id`;

/** $1 kind, $2 id. */
export const DISCARD = `DELETE FROM ${JOB_TABLE} WHERE name = $1 AND id = $2::uuid AND state = 'failed' RETURNING id`;

/** $1 workspace or null. */
export const COUNT = `SELECT q.name AS kind,
    count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
    count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS delayed,
    count(*) FILTER (WHERE state = 'active')::int AS running,
    count(*) FILTER (WHERE state = 'failed')::int AS "setAside"
  FROM ${SCHEMA}.queue q LEFT JOIN ${JOB_TABLE} j
    ON j.name = q.name AND (j.state <= 'active' OR j.state = 'failed') AND ($1::text IS NULL OR j.group_id = $1)
  WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`;
