import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { lockEvaluation } from '../evaluation-rows.ts';
import { endEvaluation } from './end-evaluation.ts';

const WHEN_TAKEN = 'Another process has just ended it; it is looked at again.';
const PENDING = `SELECT 1 FROM evaluation_items WHERE evaluation_id = $1 AND state = 'pending' LIMIT 1`;

/** Ends evaluations of which nothing is left to judge. Throws Unavailable. */
@Injectable()
export class EvaluationEndings {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether it has ended, or is not to go on. */
  async endIfDone(evaluationId: string): Promise<boolean> {
    if (await askDatabase(this.dataSource, (manager) => hasPending(manager, evaluationId))) return false;
    return changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const evaluation = await lockEvaluation(manager, evaluationId);
      if (evaluation?.state !== 'running') return true;
      if (await hasPending(manager, evaluationId)) return false;
      await endEvaluation(manager, evaluation, { state: 'finished' });
      return true;
    });
  }
}

async function hasPending(manager: EntityManager, evaluationId: string): Promise<boolean> {
  const [pending] = await manager.query<unknown[]>(PENDING, [evaluationId]);
  return pending !== undefined;
}
