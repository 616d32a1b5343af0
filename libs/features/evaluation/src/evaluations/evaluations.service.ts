import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, parseExperimentId } from '@millrace/access';
import { Rejected, Unavailable } from '@millrace/domain';
import { JobQueue, JOBS } from '@millrace/ports';
import { Run } from '@millrace/runs';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import { createEvaluation, type NewEvaluation } from './create-evaluation.ts';
import { hasEnded, type Evaluation, type EvaluationState } from './evaluation.ts';
import { findEvaluation, listEvaluations, lockEvaluation, unknownEvaluation } from './evaluation-rows.ts';
import { endEvaluation } from './finishing/end-evaluation.ts';
import { CANCELLED } from './items/complete-items.ts';
import { countLedger, countLedgers, type Ledger } from './ledger.ts';

export interface EvaluationQuery {
  readonly experimentId?: string | undefined;
  readonly scheduleId?: string | undefined;
  readonly states?: readonly EvaluationState[] | undefined;
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

export interface EvaluationPage {
  readonly evaluations: readonly CountedEvaluation[];
  /** Absent on the last page. */
  readonly next?: string;
}

export interface CountedEvaluation {
  readonly evaluation: Evaluation;
  readonly ledger: Ledger;
}

const WHEN_TAKEN = 'Someone else has just changed the evaluation: read it back.';

/** Evaluations of a workspace and what may be done with them. Throws Rejected for what can't be, Unavailable. */
@Injectable()
export class EvaluationsService {
  private readonly logger = new Logger(EvaluationsService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
  ) {}

  async create(workspaceId: string, given: NewEvaluation): Promise<CountedEvaluation> {
    const id = await this.change((manager) => createEvaluation(manager, workspaceId, given));
    await this.advance({ id, workspaceId });
    return this.get(workspaceId, id);
  }

  get(workspaceId: string, id: string): Promise<CountedEvaluation> {
    return askDatabase(this.dataSource, async (manager) => ({
      evaluation: await findEvaluation(manager, workspaceId, id),
      ledger: await countLedger(manager, id),
    }));
  }

  async list(workspaceId: string, query: EvaluationQuery): Promise<EvaluationPage> {
    const { limit, pageToken, states, scheduleId } = query;
    const search = ['evaluations', workspaceId, query.experimentId ?? '', scheduleId ?? '', states ?? []];
    const experimentId = query.experimentId === undefined ? undefined : parseExperimentId(query.experimentId);
    if (query.experimentId !== undefined && experimentId === undefined) return { evaluations: [] };
    const [creationTime, id] = pageToken ? decodePageToken(pageToken, search, [0, ''] as const) : [];
    const after = creationTime !== undefined && id !== undefined ? { creationTime, id } : undefined;
    return askDatabase(this.dataSource, async (manager) => {
      const asked = { workspaceId, experimentId, scheduleId, states, limit: limit + 1, after };
      const found = await listEvaluations(manager, asked);
      const shown = found.slice(0, limit);
      const ledgers = await countLedgers(
        manager,
        shown.map((evaluation) => evaluation.id),
      );
      const evaluations = shown.flatMap((evaluation, at): CountedEvaluation[] => {
        const ledger = ledgers[at];
        return ledger ? [{ evaluation, ledger }] : [];
      });
      const last = shown.at(-1);
      if (found.length <= limit || !last) return { evaluations };
      return { evaluations, next: encodePageToken(search, [last.creationTime, last.id]) };
    });
  }

  /** What is being judged comes to its end, the rest waits. */
  pause(workspaceId: string, id: string): Promise<CountedEvaluation> {
    return this.changeState(workspaceId, id, async (manager, { state }) => {
      if (state === 'paused') return;
      if (hasEnded(state))
        throw new Rejected(`The evaluation ${id} has ended (${state}): it can't be paused.`);
      await setState(manager, id, 'paused');
    });
  }

  resume(workspaceId: string, id: string): Promise<CountedEvaluation> {
    return this.goOn(workspaceId, id, async (manager, { state, isSelected }) => {
      if (hasEnded(state)) throw new Rejected(`The evaluation ${id} has ended (${state}): it can't go on.`);
      if (state === 'paused') await setState(manager, id, isSelected ? 'running' : 'selecting');
    });
  }

  /** What is being judged comes to its end; nothing else is. */
  cancel(workspaceId: string, id: string): Promise<CountedEvaluation> {
    return this.changeState(workspaceId, id, async (manager, evaluation) => {
      if (evaluation.state === 'cancelled') return;
      if (hasEnded(evaluation.state)) {
        throw new Rejected(`The evaluation ${id} has ended (${evaluation.state}): it can't be cancelled.`);
      }
      await manager.query(
        `UPDATE evaluation_items SET state = 'skipped', reason = $2, end_time = $3
         WHERE id IN (
           SELECT id FROM evaluation_items WHERE evaluation_id = $1 AND state = 'pending'
           ORDER BY id FOR NO KEY UPDATE)`,
        [id, CANCELLED, Date.now()],
      );
      await endEvaluation(manager, evaluation, { state: 'cancelled' });
    });
  }

  /** Rows that failed are judged again by the scorers that failed. */
  retryFailed(workspaceId: string, id: string): Promise<CountedEvaluation> {
    return this.goOn(workspaceId, id, async (manager, { state, isSelected, runId }) => {
      if (!isSelected || state === 'cancelled') {
        throw new Rejected(`Nothing of the evaluation ${id} (${state}) can be tried again.`);
      }
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE evaluation_items SET state = 'pending', reason = NULL, end_time = NULL, queued_time = NULL, starts = 0,
           retries = retries + 1
         WHERE evaluation_id = $1 AND state = 'failed'`,
        [id],
      );
      if (count === 0 || state !== 'finished') return;
      await setState(manager, id, 'running');
      await manager.update(Run, runId, { status: 'RUNNING', endTime: null });
    });
  }

  /** Its run and its assessments stay. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.change(async (manager) => {
      const evaluation = await findEvaluation(manager, workspaceId, id);
      if (!hasEnded(evaluation.state)) {
        throw new Rejected(`The evaluation ${id} is ${evaluation.state}: cancel it before it is deleted.`);
      }
      await manager.query('DELETE FROM evaluations WHERE id = $1', [id]);
    });
  }

  private async goOn(
    workspaceId: string,
    id: string,
    work: (manager: EntityManager, evaluation: Evaluation) => Promise<void>,
  ): Promise<CountedEvaluation> {
    const changed = await this.changeState(workspaceId, id, work);
    if (!hasEnded(changed.evaluation.state)) await this.advance(changed.evaluation);
    return changed;
  }

  private changeState(
    workspaceId: string,
    id: string,
    work: (manager: EntityManager, evaluation: Evaluation) => Promise<void>,
  ): Promise<CountedEvaluation> {
    return this.change(async (manager) => {
      const evaluation = await lockEvaluation(manager, id);
      if (evaluation?.workspaceId !== workspaceId) throw unknownEvaluation(id);
      await work(manager, evaluation);
      return {
        evaluation: await findEvaluation(manager, workspaceId, id),
        ledger: await countLedger(manager, id),
      };
    });
  }

  /** Takes it on soon. EvaluationSweeper makes up for a queue that is down. */
  async advance({ id, workspaceId }: Pick<Evaluation, 'id' | 'workspaceId'>): Promise<void> {
    const payload = { evaluationId: id };
    try {
      await this.queue.enqueue([{ kind: JOBS.advanceEvaluation, workspaceId, payload, key: id }]);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.logger.warn(`Evaluation ${id} begins later: ${error.message}`);
    }
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, work);
  }
}

async function setState(manager: EntityManager, id: string, state: EvaluationState): Promise<void> {
  await manager.query(
    `UPDATE evaluations SET state = $2, end_time = NULL, last_look_time = $3 WHERE id = $1`,
    [id, state, Date.now()],
  );
}
