import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import type { Evaluation, EvaluationItem } from './evaluation.ts';

type Nullable<Row, Key extends keyof Row> = Omit<Row, Key> & { readonly [K in Key]: Row[K] | null };

interface EvaluationRow extends Omit<
  Nullable<Evaluation, 'scheduleId' | 'budgetUsd' | 'cursor' | 'failure'>,
  'eligible' | 'leftOut' | 'creationTime' | 'endTime'
> {
  readonly eligible: string;
  readonly leftOut: string;
  readonly creationTime: string;
  readonly endTime: string | null;
}

interface ItemRow extends Omit<
  Nullable<EvaluationItem, 'traceId' | 'sessionId' | 'reason'>,
  'traceVersion' | 'inputTokens' | 'outputTokens' | 'endTime'
> {
  readonly traceVersion: string | null;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly endTime: string | null;
}

const COLUMNS = `
  id, workspace_id AS "workspaceId", experiment_id AS "experimentId", run_id AS "runId", name, cause,
  schedule_id AS "scheduleId", state, selection, scorers, budget_usd AS "budgetUsd", spent_usd AS "spentUsd", is_budget_spent AS "isBudgetSpent",
  is_selected AS "isSelected", cursor, eligible, left_out AS "leftOut", failure,
  creation_time AS "creationTime", end_time AS "endTime"`;

/** The columns of a ledger row, as `toItem` reads them. */
export const ITEM_COLUMNS = `
  item.id::text AS id, item.kind, item.subject, item.trace_id AS "traceId", item.session_id AS "sessionId",
  item.trace_version AS "traceVersion", item.state, item.reason, item.input_tokens AS "inputTokens",
  item.output_tokens AS "outputTokens", item.cost_usd AS "costUsd", item.retries, item.end_time AS "endTime"`;

/** Throws Rejected('not-found'). */
export async function findEvaluation(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<Evaluation> {
  const [row] = await manager.query<EvaluationRow[]>(
    `SELECT ${COLUMNS} FROM evaluations WHERE id = $1 AND workspace_id = $2`,
    [id, workspaceId],
  );
  return row ? toEvaluation(row) : Promise.reject(unknownEvaluation(id));
}

/** The same, held until the end of the transaction; undefined when it is not there any more. */
export async function lockEvaluation(manager: EntityManager, id: string): Promise<Evaluation | undefined> {
  const [row] = await manager.query<EvaluationRow[]>(
    `SELECT ${COLUMNS} FROM evaluations WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row && toEvaluation(row);
}

/** Undefined when it is not there any more. */
export async function readEvaluation(manager: EntityManager, id: string): Promise<Evaluation | undefined> {
  const [row] = await manager.query<EvaluationRow[]>(`SELECT ${COLUMNS} FROM evaluations WHERE id = $1`, [
    id,
  ]);
  return row && toEvaluation(row);
}

/** Which evaluations are listed; what is absent does not matter. */
export interface EvaluationList {
  readonly workspaceId: string;
  readonly experimentId?: number | undefined;
  readonly scheduleId?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: { readonly creationTime: number; readonly id: string } | undefined;
}

/** The newest first. */
export async function listEvaluations(manager: EntityManager, list: EvaluationList): Promise<Evaluation[]> {
  const { workspaceId, experimentId, scheduleId, states, limit, after } = list;
  const rows = await manager.query<EvaluationRow[]>(
    `SELECT ${COLUMNS} FROM evaluations
     WHERE workspace_id = $1 AND ($2::integer IS NULL OR experiment_id = $2) AND ($3::text[] IS NULL OR state = ANY($3))
       ${after ? 'AND (creation_time < $5 OR (creation_time = $5 AND id > $6))' : ''}
       ${scheduleId === undefined ? '' : `AND schedule_id = $${after ? 7 : 5}`}
     ORDER BY creation_time DESC, id LIMIT $4`,
    [
      workspaceId,
      experimentId ?? null,
      states ?? null,
      limit,
      ...(after ? [after.creationTime, after.id] : []),
      ...(scheduleId === undefined ? [] : [scheduleId]),
    ],
  );
  return rows.map(toEvaluation);
}

/** Of columns as ITEM_COLUMNS names them. */
export function toItem(row: unknown): EvaluationItem {
  const item = row as ItemRow;
  return {
    id: item.id,
    kind: item.kind,
    subject: item.subject,
    traceId: item.traceId ?? undefined,
    sessionId: item.sessionId ?? undefined,
    traceVersion: item.traceVersion === null ? undefined : BigInt(item.traceVersion),
    state: item.state,
    reason: item.reason ?? undefined,
    inputTokens: Number(item.inputTokens),
    outputTokens: Number(item.outputTokens),
    costUsd: item.costUsd,
    retries: item.retries,
    endTime: item.endTime === null ? undefined : Number(item.endTime),
  };
}

/** The answer to a wrong id, the same everywhere. */
export function unknownEvaluation(id: string): Rejected {
  return new Rejected(`Evaluation with id '${id}' not found`, 'not-found');
}

function toEvaluation(row: EvaluationRow): Evaluation {
  return {
    ...row,
    scheduleId: row.scheduleId ?? undefined,
    budgetUsd: row.budgetUsd ?? undefined,
    cursor: row.cursor ?? undefined,
    failure: row.failure ?? undefined,
    eligible: Number(row.eligible),
    leftOut: Number(row.leftOut),
    creationTime: Number(row.creationTime),
    endTime: row.endTime === null ? undefined : Number(row.endTime),
  };
}
