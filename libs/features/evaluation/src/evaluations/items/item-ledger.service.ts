import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import type { JudgeItemJob } from '@millrace/ports';
import { Gathering } from '@millrace/service-kit';
import { EvaluationEndings } from '../finishing/evaluation-endings.service.ts';
import { claimItems, type ClaimedItem } from './claim-items.ts';
import { completeItems, type CompletedItem } from './complete-items.ts';

const ITEMS_AT_ONCE = 100;
const WHEN_TAKEN = 'Another process has just stored the same; it is tried again.';

/** The rows of ledgers as workers take and end them: those of a moment together. Throws Unavailable. */
@Injectable()
export class ItemLedger {
  private readonly claims: Gathering<JudgeItemJob, ClaimedItem | undefined>;
  private readonly ends: Gathering<CompletedItem, void>;

  constructor(
    dataSource: DataSource,
    private readonly endings: EvaluationEndings,
  ) {
    const most = { most: ITEMS_AT_ONCE };
    this.claims = new Gathering(
      (jobs) => askDatabase(dataSource, (manager) => claimItems(manager, jobs)),
      most,
    );
    this.ends = new Gathering(async (completed) => {
      await changeDatabase(dataSource, WHEN_TAKEN, (manager) => completeItems(manager, completed));
      await this.endEvaluations(completed);
      return completed.map(() => undefined);
    }, most);
  }

  /** Undefined when there is nothing to do: judged already, paused, ended, deleted. */
  claim(job: JudgeItemJob): Promise<ClaimedItem | undefined> {
    return this.claims.do(job);
  }

  /** Stores what became of a row and what its scorers found: once; a repeat changes nothing. */
  complete(completed: CompletedItem): Promise<void> {
    return this.ends.do(completed);
  }

  /** Whoever ends the last row ends the evaluation: it need not wait until it is looked at again, which makes up for a fault here. */
  private async endEvaluations(completed: readonly CompletedItem[]): Promise<void> {
    const ids = new Set(completed.map(({ evaluation }) => evaluation.id));
    for (const id of ids) await this.endings.endIfDone(id).catch(() => false);
  }
}
