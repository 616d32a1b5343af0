import type { EntityManager } from 'typeorm';

/** Why traces are removed: their age, a person's wish, or that somebody deleted them a while ago. */
export type RemovalKind = 'retention' | 'erasure' | 'deletion';
export type RemovalState = 'waiting' | 'running' | 'done' | 'failed';

/** Rows by store. */
export type StoreCounts = Readonly<Record<string, number>>;

/** How many traces stay, whatever the hold. */
export function heldCount({ held }: Pick<Removal, 'held'>): number {
  return Object.values(held).reduce((sum, count) => sum + count, 0);
}

/** Traces that are taken out of all stores, or were. */
export interface Removal {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: RemovalKind;
  readonly experimentId: number | undefined;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly reason: string;
  readonly askedBy: string;
  /** Of retention and deletions: what is older goes, milliseconds since the epoch. */
  readonly cutoffTime: number | undefined;
  readonly state: RemovalState;
  readonly failure: string | undefined;
  /** Where finding goes on. */
  readonly cursor: string | undefined;
  /** How often finding has begun anew. */
  readonly passes: number;
  /** Whether everything was found. */
  readonly isFound: boolean;
  readonly traceCount: number;
  /** What was found, and so removed. */
  readonly found: StoreCounts;
  /** Traces that stay, by the hold. */
  readonly held: StoreCounts;
  readonly proof: unknown;
  readonly creationTime: number;
  readonly endTime: number | undefined;
}

type Nullable<Value> = undefined extends Value ? Exclude<Value, undefined> | null : Value;
type RemovalRow = {
  readonly [Key in keyof Removal]: Removal[Key] extends number | undefined
    ? string | null
    : Nullable<Removal[Key]>;
};

const COLUMNS = `
  id, workspace_id AS "workspaceId", kind, experiment_id::text AS "experimentId", user_id AS "userId", session_id AS "sessionId", reason,
  asked_by AS "askedBy", cutoff_time AS "cutoffTime", state, failure, cursor, passes::text, is_found AS "isFound",
  trace_count AS "traceCount", found, held, proof, creation_time AS "creationTime", end_time AS "endTime"`;

/** What a removal is told when it is asked for. */
export type NewRemoval = Pick<
  Removal,
  | 'id'
  | 'workspaceId'
  | 'kind'
  | 'experimentId'
  | 'userId'
  | 'sessionId'
  | 'reason'
  | 'askedBy'
  | 'cutoffTime'
>;

export async function insertRemoval(manager: EntityManager, given: NewRemoval): Promise<void> {
  await manager.query(
    `INSERT INTO removals (id, workspace_id, kind, experiment_id, user_id, session_id, reason, asked_by, cutoff_time, creation_time)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      given.id,
      given.workspaceId,
      given.kind,
      given.experimentId ?? null,
      given.userId ?? null,
      given.sessionId ?? null,
      given.reason,
      given.askedBy,
      given.cutoffTime ?? null,
      Date.now(),
    ],
  );
}

export async function readRemoval(
  manager: EntityManager,
  id: string,
  lock: 'FOR NO KEY UPDATE' | '' = '',
): Promise<Removal | undefined> {
  const [row] = await manager.query<RemovalRow[]>(`SELECT ${COLUMNS} FROM removals WHERE id = $1 ${lock}`, [
    id,
  ]);
  return row && toRemoval(row);
}

/** The newest first. Runs of a day that removed nothing are left out. */
export async function listRemovals(
  manager: EntityManager,
  list: {
    readonly workspaceId: string;
    readonly kinds: readonly RemovalKind[];
    readonly experimentId?: number | undefined;
    readonly limit: number;
    readonly after?: { readonly creationTime: number; readonly id: string } | undefined;
  },
): Promise<Removal[]> {
  const { workspaceId, kinds, experimentId, limit, after } = list;
  const rows = await manager.query<RemovalRow[]>(
    `SELECT ${COLUMNS} FROM removals
     WHERE workspace_id = $1 AND kind = ANY($2) AND ($3::integer IS NULL OR experiment_id = $3)
       AND ($5::bigint IS NULL OR creation_time < $5 OR (creation_time = $5 AND id > $6::uuid))
       AND (day IS NULL OR trace_count > 0 OR held <> '{}' OR failure IS NOT NULL)
     ORDER BY creation_time DESC, id LIMIT $4`,
    [workspaceId, kinds, experimentId ?? null, limit, after?.creationTime ?? null, after?.id ?? null],
  );
  return rows.map(toRemoval);
}

function toRemoval(row: RemovalRow): Removal {
  return {
    ...row,
    experimentId: toNumber(row.experimentId),
    userId: row.userId ?? undefined,
    sessionId: row.sessionId ?? undefined,
    cutoffTime: toNumber(row.cutoffTime),
    failure: row.failure ?? undefined,
    cursor: row.cursor ?? undefined,
    passes: Number(row.passes),
    traceCount: Number(row.traceCount),
    creationTime: Number(row.creationTime),
    endTime: toNumber(row.endTime),
  };
}

function toNumber(text: string | null): number | undefined {
  return text === null ? undefined : Number(text);
}
