import type { EntityManager } from 'typeorm';
import type { Verdict } from '@millrace/scorers';
import type { JudgedScorer } from '../../judging/judged-scorer.ts';
import { isPassing, toNumber } from '../../results/verdict-value.ts';
import type { Evaluation, EvaluationItem } from '../evaluation.ts';
import { judgesConversationsAlone } from '../scorer-levels.ts';

/** Of rows that were cancelled while they were being judged: they may still come to their end. */
export const CANCELLED = 'cancelled';

/** What became of a row. */
export interface ItemOutcome {
  /** Undefined where no trace was judged. */
  readonly traceId?: string | undefined;
  readonly traceVersion?: bigint | undefined;
  readonly judged: readonly JudgedScorer[];
  /** Where nothing was judged. */
  readonly instead?: { readonly state: 'skipped' | 'failed'; readonly reason: string } | undefined;
}

interface ResultRow {
  readonly scorer: string;
  readonly position: number;
  readonly name: string;
  readonly state: JudgedScorer['state'];
  readonly value: string | null;
  readonly number: number | null;
  readonly isPassing: boolean | null;
  readonly rationale: string | null;
  readonly reason: string | null;
  readonly spanId: string | null;
  readonly assessmentId: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

const LONGEST_RATIONALE = 1_000;
const LONGEST_REASON = 1_000;
const COLUMNS: readonly (readonly [column: string, type: string, key: keyof ResultRow])[] = [
  ['scorer', 'text', 'scorer'],
  ['position', 'smallint', 'position'],
  ['name', 'text', 'name'],
  ['state', 'text', 'state'],
  ['value', 'jsonb', 'value'],
  ['number', 'float8', 'number'],
  ['is_passing', 'boolean', 'isPassing'],
  ['rationale', 'text', 'rationale'],
  ['reason', 'text', 'reason'],
  ['span_id', 'text', 'spanId'],
  ['assessment_id', 'text', 'assessmentId'],
  ['input_tokens', 'bigint', 'inputTokens'],
  ['output_tokens', 'bigint', 'outputTokens'],
  ['cost_usd', 'float8', 'costUsd'],
];
const INSERT = `
  INSERT INTO evaluation_results (evaluation_id, item_id, ${COLUMNS.map(([column]) => column).join(', ')})
  SELECT $1, $2, given.* FROM unnest(${COLUMNS.map(([, type], at) => `$${at + 3}::${type}[]`).join(', ')}) AS given`;
/** A row failed if a scorer failed, else it is scored if one scored; the reason is of the first that says so. */
const END = `
  UPDATE evaluation_items item SET end_time = $4, trace_id = coalesce($2, trace_id), trace_version = coalesce($3, trace_version),
    state = coalesce($5, found.state), reason = CASE WHEN $5::text IS NOT NULL THEN $6 ELSE found.reason END,
    input_tokens = found.input_tokens + item.answer_input_tokens, output_tokens = found.output_tokens + item.answer_output_tokens,
    cost_usd = greatest(found.cost_usd + item.answer_usd, item.settled_usd)
  FROM (
    SELECT CASE WHEN bool_or(state = 'failed') THEN 'failed' WHEN bool_or(state = 'scored') THEN 'scored' ELSE 'skipped' END AS state,
      (array_agg(reason ORDER BY state = 'failed' DESC, scorer) FILTER (WHERE reason IS NOT NULL
        AND (state = 'failed' OR NOT all_skipped.is_scored)))[1] AS reason,
      coalesce(sum(input_tokens), 0) AS input_tokens, coalesce(sum(output_tokens), 0) AS output_tokens,
      coalesce(sum(cost_usd), 0) AS cost_usd
    FROM evaluation_results, (
      SELECT coalesce(bool_or(state = 'scored'), false) AS is_scored FROM evaluation_results WHERE item_id = $1
    ) AS all_skipped
    WHERE item_id = $1
  ) AS found
  WHERE item.id = $1
  RETURNING item.state, item.reason, greatest(0, found.cost_usd + item.answer_usd - item.settled_usd) AS unsettled`;

/** Stores what became of a row and what its scorers found: once; a repeat changes nothing. */
export async function completeItem(
  manager: EntityManager,
  evaluation: Evaluation,
  item: EvaluationItem,
  outcome: ItemOutcome,
): Promise<void> {
  const [open] = await manager.query<unknown[]>(
    `SELECT 1 FROM evaluation_items
     WHERE id = $1 AND (state = 'pending' OR state = 'skipped' AND reason = $2) FOR NO KEY UPDATE`,
    [item.id, CANCELLED],
  );
  if (open === undefined) return;
  await storeResults(manager, evaluation, item, outcome.judged);
  const { traceId, traceVersion, instead } = outcome;
  const [[end]] = await manager.query<
    [{ readonly state: string; readonly reason: string | null; readonly unsettled: number }[], number]
  >(END, [
    item.id,
    traceId ?? null,
    traceVersion?.toString() ?? null,
    Date.now(),
    instead?.state ?? null,
    instead?.reason.slice(0, LONGEST_REASON) ?? null,
  ]);
  if (!end) return;
  if (evaluation.budgetUsd !== undefined && end.unsettled > 0) {
    await manager.query('UPDATE evaluations SET spent_usd = spent_usd + $2 WHERE id = $1', [
      evaluation.id,
      end.unsettled,
    ]);
  }
  if (item.kind === 'session' && judgesConversationsAlone(evaluation)) {
    await endTracesOfSession(manager, evaluation.id, item.subject, end);
  }
}

async function storeResults(
  manager: EntityManager,
  { id }: Evaluation,
  item: EvaluationItem,
  judged: readonly JudgedScorer[],
): Promise<void> {
  if (judged.length === 0) return;
  const names = judged.map(({ scorer }) => scorer.name);
  await manager.query('DELETE FROM evaluation_results WHERE item_id = $1 AND scorer = ANY($2)', [
    item.id,
    names,
  ]);
  const rows = judged.flatMap(toRows);
  await manager.query(INSERT, [id, item.id, ...COLUMNS.map(([, , key]) => rows.map((row) => row[key]))]);
}

function toRows(judged: JudgedScorer): ResultRow[] {
  const { scorer, state, reason, verdicts, assessmentIds } = judged;
  const empty: ResultRow = {
    scorer: scorer.name,
    position: 0,
    name: scorer.name,
    state,
    value: null,
    number: null,
    isPassing: null,
    rationale: null,
    reason: reason?.slice(0, LONGEST_REASON) ?? null,
    spanId: null,
    assessmentId: assessmentIds[0] ?? null,
    inputTokens: judged.inputTokens,
    outputTokens: judged.outputTokens,
    costUsd: judged.isCached ? 0 : judged.costUsd,
  };
  if (state !== 'scored' || verdicts.length === 0) return [empty];
  return verdicts.map((verdict, position) => ({
    ...empty,
    ...ofVerdict(verdict),
    position,
    assessmentId: assessmentIds[position] ?? null,
    ...(position > 0 && { inputTokens: 0, outputTokens: 0, costUsd: 0 }),
  }));
}

function ofVerdict({ name, value, rationale, spanId }: Verdict) {
  return {
    name,
    value: JSON.stringify(value),
    number: toNumber(value) ?? null,
    isPassing: isPassing(value) ?? null,
    rationale: rationale?.slice(0, LONGEST_RATIONALE) ?? null,
    spanId: spanId ?? null,
  };
}

async function endTracesOfSession(
  manager: EntityManager,
  evaluationId: string,
  sessionId: string,
  { state, reason }: { readonly state: string; readonly reason: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE evaluation_items SET state = $3, reason = $4, end_time = $5
     WHERE evaluation_id = $1 AND kind = 'trace' AND session_id = $2 AND state = 'pending'`,
    [evaluationId, sessionId, state, reason, Date.now()],
  );
}
