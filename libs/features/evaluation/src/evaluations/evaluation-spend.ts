import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { changeDatabase } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { BudgetSpent, type Spend } from '../judging/judged-scorer.ts';
import type { Evaluation, EvaluationItem } from './evaluation.ts';

interface BudgetRow {
  readonly budget: number;
  readonly spent: number;
  readonly isSpent: boolean;
}

/** Longer than any call of a judge with all its tries. */
const RESERVATION_MS = 15 * 60_000;
/** Others may need less than they reserved. */
const WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const WHEN_TAKEN = 'Another process has just reserved the same; try again.';
const BUDGET = `
  SELECT budget_usd AS budget, spent_usd AS spent, is_budget_spent AS "isSpent"
  FROM evaluations WHERE id = $1 AND budget_usd IS NOT NULL FOR NO KEY UPDATE`;
/** A statement of its own, after the lock: one that waits for a lock reads other rows as they were before it waited. */
const RESERVED = `
  SELECT coalesce(sum(usd), 0)::float8 AS usd FROM evaluation_reservations
  WHERE evaluation_id = $1 AND expiry_time > $2`;

/** The budget of an evaluation as the models asked for one row of its ledger draw on it. */
export class EvaluationSpend implements Spend {
  private readonly reservations: { readonly id: string; readonly usd: number }[] = [];

  private constructor(
    private readonly dataSource: DataSource,
    private readonly place: { readonly evaluationId: string; readonly itemId: string },
    private readonly stop: AbortSignal,
  ) {}

  /** Undefined where there is no budget. */
  static of(
    dataSource: DataSource,
    { id, budgetUsd }: Evaluation,
    item: EvaluationItem,
    stop: AbortSignal,
  ): EvaluationSpend | undefined {
    if (budgetUsd === undefined) return undefined;
    return new EvaluationSpend(dataSource, { evaluationId: id, itemId: item.id }, stop);
  }

  /** Waits a while where only what others reserved is in the way. Once a call did not fit, no other is made. */
  async reserve(usd: number): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const outcome = await this.change((manager) => this.tryReserve(manager, usd));
      if (outcome === 'reserved') return;
      if (outcome === 'spent') throw new BudgetSpent('budget spent');
      if (Date.now() > deadline) {
        throw new Unavailable('What is left of the budget is reserved by calls under way: try again soon.');
      }
      await sleep(WAIT_MS, undefined, { signal: this.stop });
    }
  }

  async settle(reservedUsd: number, spentUsd: number): Promise<void> {
    const at = this.reservations.findIndex(({ usd }) => usd === reservedUsd);
    const [reservation] = at < 0 ? [] : this.reservations.splice(at, 1);
    await this.change(async (manager) => {
      if (reservation) {
        await manager.query('DELETE FROM evaluation_reservations WHERE id = $1', [reservation.id]);
      }
      if (spentUsd <= 0) return;
      const { evaluationId, itemId } = this.place;
      await manager.query('UPDATE evaluations SET spent_usd = spent_usd + $2 WHERE id = $1', [
        evaluationId,
        spentUsd,
      ]);
      await manager.query('UPDATE evaluation_items SET settled_usd = settled_usd + $2 WHERE id = $1', [
        itemId,
        spentUsd,
      ]);
    });
  }

  private async tryReserve(manager: EntityManager, usd: number): Promise<'reserved' | 'spent' | 'wait'> {
    const { evaluationId, itemId } = this.place;
    const now = Date.now();
    const [row] = await manager.query<BudgetRow[]>(BUDGET, [evaluationId]);
    if (!row) return 'reserved';
    if (row.isSpent) return 'spent';
    if (row.spent + usd > row.budget) {
      await manager.query('UPDATE evaluations SET is_budget_spent = true WHERE id = $1', [evaluationId]);
      return 'spent';
    }
    const [reserved] = await manager.query<{ readonly usd: number }[]>(RESERVED, [evaluationId, now]);
    if (row.spent + (reserved?.usd ?? 0) + usd > row.budget) return 'wait';
    const [made] = await manager.query<{ readonly id: string }[]>(
      `INSERT INTO evaluation_reservations (evaluation_id, item_id, usd, expiry_time)
       VALUES ($1, $2, $3, $4) RETURNING id::text AS id`,
      [evaluationId, itemId, usd, now + RESERVATION_MS],
    );
    if (made) this.reservations.push({ id: made.id, usd });
    return 'reserved';
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, work);
  }
}
