import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobPostponed, JobQueue, JOBS, type AdvanceEvaluationJob, type RunningJob } from '@millrace/ports';
import { ITEM_KINDS, type Evaluation } from './evaluation.ts';
import { lockEvaluation, readEvaluation } from './evaluation-rows.ts';
import { endEvaluation } from './finishing/end-evaluation.ts';
import { EvaluationEndings } from './finishing/evaluation-endings.service.ts';
import { markQueued, readDue } from './items/queued-items.ts';
import { judgesConversationsAlone } from './scorer-levels.ts';
import { SelectionService } from './selecting/selection.service.ts';

/** Rows that are queued at once: enough for many workers, few enough to cost no memory however many there are. */
const WINDOW = 1_000;
const AGAIN_MS = 1_000;
const WAITING_MS = 5_000;
const WHEN_TAKEN = 'Another process has just done the same; it is tried again.';

const EARLIER = `
  SELECT 1 FROM evaluations evaluation JOIN evaluations earlier
    ON earlier.schedule_id = evaluation.schedule_id AND earlier.state IN ('selecting', 'running')
      AND (earlier.creation_time, earlier.id) < (evaluation.creation_time, evaluation.id)
  WHERE evaluation.id = $1 LIMIT 1`;

/** Takes evaluations step by step: selects, keeps a window of rows queued, notices the end. Each step may be done twice. */
@Injectable()
export class AdvanceEvaluationService {
  private readonly logger = new Logger(AdvanceEvaluationService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly selection: SelectionService,
    private readonly endings: EvaluationEndings,
  ) {}

  /** Throws JobPostponed while there is more to do. */
  async run({ payload, stop }: RunningJob<AdvanceEvaluationJob>): Promise<void> {
    const { evaluationId } = payload;
    const evaluation = await this.look(evaluationId);
    if (evaluation?.state === 'selecting' && (await this.isAnotherFirst(evaluationId))) {
      throw new JobPostponed(WAITING_MS);
    }
    if (evaluation?.state === 'selecting') await this.select(evaluation, stop);
    const selected = await askDatabase(this.dataSource, (manager) => readEvaluation(manager, evaluationId));
    if (selected?.state === 'selecting') throw new JobPostponed(0);
    if (selected?.state !== 'running') return;
    await this.queueItems(selected);
    if (!(await this.endings.endIfDone(evaluationId))) throw new JobPostponed(AGAIN_MS);
  }

  /** Evaluations of one schedule come one after the other. */
  private async isAnotherFirst(evaluationId: string): Promise<boolean> {
    const [other] = await askDatabase(this.dataSource, (manager) =>
      manager.query<unknown[]>(EARLIER, [evaluationId]),
    );
    return other !== undefined;
  }

  private look(evaluationId: string): Promise<Evaluation | undefined> {
    return askDatabase(this.dataSource, async (manager) => {
      await manager.query('UPDATE evaluations SET last_look_time = $2 WHERE id = $1', [
        evaluationId,
        Date.now(),
      ]);
      return readEvaluation(manager, evaluationId);
    });
  }

  private async select(evaluation: Evaluation, stop: AbortSignal): Promise<void> {
    const { id: evaluationId } = evaluation;
    try {
      await this.selection.select(evaluation, stop);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      this.logger.warn(`Evaluation ${evaluationId} failed: ${error.message}`);
      await this.change(async (manager) => {
        const evaluation = await lockEvaluation(manager, evaluationId);
        if (evaluation?.state === 'selecting') {
          await endEvaluation(manager, evaluation, { state: 'failed', failure: error.message });
        }
      });
    }
  }

  /** Told to the queue first: a row that is marked has been queued. */
  private async queueItems(evaluation: Evaluation): Promise<void> {
    const { id, workspaceId } = evaluation;
    // Where conversations alone are judged, a trace has the state of its session.
    const kinds = judgesConversationsAlone(evaluation) ? (['session'] as const) : ITEM_KINDS;
    const due = await askDatabase(this.dataSource, (manager) => readDue(manager, id, kinds, WINDOW));
    if (due.length === 0) return;
    await this.queue.enqueue(
      due.map((itemId) => ({
        kind: JOBS.judgeItem,
        workspaceId,
        payload: { evaluationId: id, itemId },
        key: itemId,
      })),
    );
    await askDatabase(this.dataSource, (manager) => markQueued(manager, due));
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, work);
  }
}
