import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { JobPostponed, READ_BARRIER_MS, SpanLog, TraceReader } from '@millrace/ports';
import type { Evaluation } from '../evaluation.ts';
import { lockEvaluation } from '../evaluation-rows.ts';
import { judgesConversationsAlone, levelOf } from '../scorer-levels.ts';
import { addItems, addSessions, keepSmallest, skipTracesWithoutSession } from './add-items.ts';
import { selectByFilter, selectRecords, selectTraces, type SelectedPage } from './select-page.ts';

/** Storage that is behind is asked again so soon. */
const READ_AGAIN_MS = 2_000;
const WHEN_TAKEN = 'Another process has just selected the same; it is tried again.';

/**
 * Fills the ledger of an evaluation page by page. The place to go on from is stored with the rows of the page before, so a kill
 * costs the page that was being read. Throws Rejected for a selection that can't be, Unavailable, and JobPostponed while what was acknowledged
 * before the evaluation was asked for is not stored: it would be left out for good.
 */
@Injectable()
export class SelectionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: SpanLog,
    private readonly reader: TraceReader,
  ) {}

  /** Until everything is selected, someone paused or ended it, or `stop` is aborted. */
  async select({ id, creationTime }: Evaluation, stop: AbortSignal): Promise<void> {
    const { isComplete, completeTo } = await this.log.barrier({ timeoutMs: READ_BARRIER_MS });
    if (!isComplete && completeTo < creationTime) throw new JobPostponed(READ_AGAIN_MS);
    while (!stop.aborted && (await this.selectPage(id)));
  }

  private async selectPage(evaluationId: string): Promise<boolean> {
    const before = await this.change((manager) => lockEvaluation(manager, evaluationId));
    if (before?.state !== 'selecting') return false;
    const page = await this.readPage(before);
    return this.change(async (manager) => {
      const now = await lockEvaluation(manager, evaluationId);
      if (now?.state !== 'selecting' || now.isSelected) return false;
      // Another process was faster: its page is the truth.
      if (now.cursor !== before.cursor) return true;
      await storePage(manager, now, page);
      return page.cursor !== undefined;
    });
  }

  private readPage(evaluation: Evaluation): Promise<SelectedPage> {
    const { selection } = evaluation;
    switch (selection.kind) {
      case 'traces':
        return selectTraces(this.reader, evaluation, selection);
      case 'filter':
        return selectByFilter(this.reader, evaluation, selection);
      case 'dataset':
        return askDatabase(this.dataSource, (manager) => selectRecords(manager, evaluation, selection));
    }
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, work);
  }
}

async function storePage(manager: EntityManager, evaluation: Evaluation, page: SelectedPage): Promise<void> {
  const { id, selection } = evaluation;
  await addItems(manager, id, page.items);
  if (selection.kind === 'filter' && selection.maxTraces !== undefined) {
    await keepSmallest(manager, id, selection.maxTraces);
  }
  const isLast = page.cursor === undefined;
  if (isLast) await addConversations(manager, evaluation);
  await manager.query(
    `UPDATE evaluations SET cursor = $2, eligible = eligible + $3, left_out = left_out + $4,
       is_selected = $5, state = CASE WHEN $5 THEN 'running' ELSE state END
     WHERE id = $1`,
    [id, page.cursor ?? null, page.eligible, page.leftOut, isLast],
  );
}

async function addConversations(manager: EntityManager, { id, scorers }: Evaluation): Promise<void> {
  if (scorers.some((scorer) => levelOf(scorer) === 'session')) await addSessions(manager, id);
  if (judgesConversationsAlone({ scorers })) await skipTracesWithoutSession(manager, id);
}
