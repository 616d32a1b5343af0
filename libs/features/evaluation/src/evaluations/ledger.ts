import type { EntityManager } from 'typeorm';
import type { ItemKind, ItemState } from './evaluation.ts';

/** Why so many were skipped or failed. */
export interface LedgerReason {
  readonly state: 'skipped' | 'failed';
  readonly reason: string;
  readonly count: number;
}

/** What became of the rows of one kind: sampled = pending + scored + skipped + failed, always. */
export interface LedgerCounts extends Readonly<Record<ItemState, number>> {
  readonly sampled: number;
}

/** The ledger of an evaluation, counted. */
export interface Ledger {
  /** Of traces, or records of a data set. */
  readonly counts: LedgerCounts;
  /** Of the sessions of those traces, where conversations are judged. */
  readonly sessions: LedgerCounts;
  /** The most frequent first. */
  readonly reasons: readonly LedgerReason[];
  /** Of judges, and of the answers to a task. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

interface CountRow extends Readonly<Record<ItemState, number>> {
  readonly evaluationId: string;
  readonly kind: ItemKind;
  readonly sampled: number;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly costUsd: number;
}

const NONE: LedgerCounts = { sampled: 0, pending: 0, scored: 0, skipped: 0, failed: 0 };
const MOST_REASONS = 50;
interface ReasonRow extends LedgerReason {
  readonly evaluationId: string;
}

const COUNTS = `
  SELECT evaluation_id AS "evaluationId", kind, count(*)::int AS sampled,
    count(*) FILTER (WHERE state = 'pending')::int AS pending, count(*) FILTER (WHERE state = 'scored')::int AS scored,
    count(*) FILTER (WHERE state = 'skipped')::int AS skipped, count(*) FILTER (WHERE state = 'failed')::int AS failed,
    sum(input_tokens) AS "inputTokens", sum(output_tokens) AS "outputTokens",
    sum(greatest(cost_usd, settled_usd, answer_usd)) AS "costUsd"
  FROM evaluation_items WHERE evaluation_id = ANY($1) GROUP BY evaluation_id, kind`;
const REASONS = `
  SELECT * FROM (
    SELECT evaluation_id AS "evaluationId", state, coalesce(reason, '') AS reason, count(*)::int AS count,
      row_number() OVER (PARTITION BY evaluation_id ORDER BY count(*) DESC, state, reason) AS place
    FROM evaluation_items WHERE evaluation_id = ANY($1) AND state IN ('skipped', 'failed') GROUP BY evaluation_id, state, reason
  ) AS ranked WHERE place <= ${MOST_REASONS} ORDER BY place`;

/** Counted from the rows each time, so it adds up whatever happened on the way. */
export async function countLedger(manager: EntityManager, evaluationId: string): Promise<Ledger> {
  const [ledger] = await countLedgers(manager, [evaluationId]);
  return ledger ?? toLedger([], []);
}

/** The same of several, in their order. */
export async function countLedgers(
  manager: EntityManager,
  evaluationIds: readonly string[],
): Promise<Ledger[]> {
  if (evaluationIds.length === 0) return [];
  const counts = await manager.query<CountRow[]>(COUNTS, [evaluationIds]);
  const reasons = await manager.query<ReasonRow[]>(REASONS, [evaluationIds]);
  return evaluationIds.map((id) =>
    toLedger(
      counts.filter(({ evaluationId }) => evaluationId === id),
      reasons.filter(({ evaluationId }) => evaluationId === id),
    ),
  );
}

function toLedger(rows: readonly CountRow[], reasons: readonly LedgerReason[]): Ledger {
  const of = (kinds: readonly ItemKind[]): LedgerCounts =>
    toCounts(rows.find(({ kind }) => kinds.includes(kind)));
  const total = (read: (row: CountRow) => number): number => rows.reduce((sum, row) => sum + read(row), 0);
  return {
    counts: of(['trace', 'record']),
    sessions: of(['session']),
    reasons: reasons.map(({ state, reason, count }) => ({ state, reason, count })),
    inputTokens: total(({ inputTokens }) => Number(inputTokens)),
    outputTokens: total(({ outputTokens }) => Number(outputTokens)),
    costUsd: total(({ costUsd }) => costUsd),
  };
}

function toCounts(row: CountRow | undefined): LedgerCounts {
  if (!row) return NONE;
  const { sampled, pending, scored, skipped, failed } = row;
  return { sampled, pending, scored, skipped, failed };
}
