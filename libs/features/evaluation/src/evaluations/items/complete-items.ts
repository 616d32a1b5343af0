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

/** A row that was judged, and how it ended. */
export interface CompletedItem {
  readonly evaluation: Evaluation;
  readonly item: EvaluationItem;
  readonly outcome: ItemOutcome;
}

interface ItemEnd {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly unsettled: number;
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
type ResultKey = keyof ResultRow | 'evaluationId' | 'itemId';
const COLUMNS: readonly (readonly [column: string, type: string, key: ResultKey])[] = [
  ['evaluation_id', 'text', 'evaluationId'],
  ['item_id', 'bigint', 'itemId'],
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
  INSERT INTO evaluation_results (${COLUMNS.map(([column]) => column).join(', ')})
  SELECT * FROM unnest(${COLUMNS.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`;
const OPEN = `
  SELECT id::text AS id FROM evaluation_items
  WHERE id = ANY($1::bigint[]) AND (state = 'pending' OR state = 'skipped' AND reason = $2)
  ORDER BY id FOR NO KEY UPDATE`;
/** Before its rows, as those who end an evaluation do. */
const BUDGETS = 'SELECT 1 FROM evaluations WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE';
const FORGET = `
  DELETE FROM evaluation_results result USING unnest($1::bigint[], $2::text[]) AS given (item_id, scorer)
  WHERE result.item_id = given.item_id AND result.scorer = given.scorer`;
/** A row failed if a scorer failed, else it is scored if one scored; the reason is of the first that says so. */
const END = `
  UPDATE evaluation_items item SET end_time = $6,
    trace_id = coalesce(found.trace_id, item.trace_id), trace_version = coalesce(found.trace_version, item.trace_version),
    state = coalesce(found.instead, found.state),
    reason = CASE WHEN found.instead IS NOT NULL THEN found.instead_reason
      WHEN found.is_scored THEN found.fault ELSE coalesce(found.fault, found.first_reason) END,
    input_tokens = found.input_tokens + item.answer_input_tokens,
    output_tokens = found.output_tokens + item.answer_output_tokens,
    cost_usd = greatest(found.cost_usd + item.answer_usd, item.settled_usd)
  FROM (
    SELECT given.*,
      CASE WHEN bool_or(result.state = 'failed') THEN 'failed' WHEN bool_or(result.state = 'scored') THEN 'scored'
        ELSE 'skipped' END AS state,
      coalesce(bool_or(result.state = 'scored'), false) AS is_scored,
      (array_agg(result.reason ORDER BY result.scorer)
        FILTER (WHERE result.reason IS NOT NULL AND result.state = 'failed'))[1] AS fault,
      (array_agg(result.reason ORDER BY result.scorer) FILTER (WHERE result.reason IS NOT NULL))[1] AS first_reason,
      coalesce(sum(result.input_tokens), 0) AS input_tokens, coalesce(sum(result.output_tokens), 0) AS output_tokens,
      coalesce(sum(result.cost_usd), 0) AS cost_usd
    FROM unnest($1::bigint[], $2::text[], $3::numeric[], $4::text[], $5::text[])
      AS given (item_id, trace_id, trace_version, instead, instead_reason)
    LEFT JOIN evaluation_results result ON result.item_id = given.item_id
    GROUP BY given.item_id, given.trace_id, given.trace_version, given.instead, given.instead_reason
  ) AS found
  WHERE item.id = found.item_id
  RETURNING item.id::text AS id, item.state, item.reason,
    greatest(0, found.cost_usd + item.answer_usd - item.settled_usd) AS unsettled`;

/** Stores what became of rows and what their scorers found: once; a repeat changes nothing. */
export async function completeItems(
  manager: EntityManager,
  completed: readonly CompletedItem[],
): Promise<void> {
  const byId = new Map(completed.map((each) => [each.item.id, each]));
  const bounded = completed.filter(({ evaluation }) => evaluation.budgetUsd !== undefined);
  if (bounded.length > 0) await manager.query(BUDGETS, [bounded.map(({ evaluation }) => evaluation.id)]);
  const open = await manager.query<{ readonly id: string }[]>(OPEN, [[...byId.keys()], CANCELLED]);
  const ending = open.map(({ id }) => byId.get(id)).filter((each) => each !== undefined);
  if (ending.length === 0) return;
  await storeResults(manager, ending);
  const ends = await endItems(manager, ending);
  for (const [evaluation, own] of Map.groupBy(ending, (each) => each.evaluation.id)) {
    await spendUnsettled(manager, own, ends, evaluation);
  }
  for (const { evaluation, item } of ending) {
    const end = ends.get(item.id);
    if (end && item.kind === 'session' && judgesConversationsAlone(evaluation)) {
      await endTracesOfSession(manager, evaluation.id, item.subject, end);
    }
  }
}

async function storeResults(manager: EntityManager, ending: readonly CompletedItem[]): Promise<void> {
  const judged = ending.flatMap(({ item, outcome }) =>
    outcome.judged.map(({ scorer }) => ({ itemId: item.id, scorer: scorer.name })),
  );
  if (judged.length === 0) return;
  await manager.query(FORGET, [judged.map(({ itemId }) => itemId), judged.map(({ scorer }) => scorer)]);
  const rows = ending.flatMap(({ evaluation, item, outcome }) => {
    const place = { evaluationId: evaluation.id, itemId: item.id };
    return outcome.judged.flatMap(toRows).map((row) => ({ ...place, ...row }));
  });
  await manager.query(
    INSERT,
    COLUMNS.map(([, , key]) => rows.map((row) => row[key])),
  );
}

async function endItems(
  manager: EntityManager,
  ending: readonly CompletedItem[],
): Promise<Map<string, ItemEnd>> {
  const outcomes = ending.map(({ outcome }) => outcome);
  const [ends] = await manager.query<[ItemEnd[], number]>(END, [
    ending.map(({ item }) => item.id),
    outcomes.map(({ traceId }) => traceId ?? null),
    outcomes.map(({ traceVersion }) => traceVersion?.toString() ?? null),
    outcomes.map(({ instead }) => instead?.state ?? null),
    outcomes.map(({ instead }) => instead?.reason.slice(0, LONGEST_REASON) ?? null),
    Date.now(),
  ]);
  return new Map(ends.map((end) => [end.id, end]));
}

/** What calls cost beyond what was settled for them, where there is a budget. */
async function spendUnsettled(
  manager: EntityManager,
  own: readonly CompletedItem[],
  ends: ReadonlyMap<string, ItemEnd>,
  evaluationId: string,
): Promise<void> {
  const unsettled = own.reduce((sum, { evaluation, item }) => {
    return evaluation.budgetUsd === undefined ? sum : sum + (ends.get(item.id)?.unsettled ?? 0);
  }, 0);
  if (unsettled <= 0) return;
  await manager.query('UPDATE evaluations SET spent_usd = spent_usd + $2 WHERE id = $1', [
    evaluationId,
    unsettled,
  ]);
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
  { state, reason }: ItemEnd,
): Promise<void> {
  await manager.query(
    `UPDATE evaluation_items SET state = $3, reason = $4, end_time = $5
     WHERE id IN (
       SELECT id FROM evaluation_items
       WHERE evaluation_id = $1 AND kind = 'trace' AND session_id = $2 AND state = 'pending'
       ORDER BY id FOR NO KEY UPDATE)`,
    [evaluationId, sessionId, state, reason, Date.now()],
  );
}
