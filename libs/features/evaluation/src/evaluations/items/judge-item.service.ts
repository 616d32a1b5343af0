import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { JobPostponed, JOBS, type JudgeItemJob, type RunningJob } from '@millrace/ports';
import { loadScorer } from '@millrace/scorers';
import { BudgetSpent, type JudgedScorer, type PinnedScorer } from '../../judging/judged-scorer.ts';
import type { JudgedSubject, JudgingCause } from '../../judging/judged-scorer.ts';
import { JudgingService } from '../../judging/judging.service.ts';
import { EvaluationSpend } from '../evaluation-spend.ts';
import { levelOf } from '../scorer-levels.ts';
import type { ClaimedItem } from './claim-items.ts';
import type { ItemOutcome } from './complete-items.ts';
import { ItemLedger } from './item-ledger.service.ts';
import { ItemSubjects } from './item-subjects.service.ts';

/** A row whose judging began so often killed whoever judged it. */
const MOST_STARTS = 40;
const BUDGET_SPENT = 'budget spent';

interface Asked extends ClaimedItem {
  readonly subject: JudgedSubject;
  readonly cause: JudgingCause;
  readonly isLastAttempt: boolean;
  readonly stop: AbortSignal;
}

/** Judges one row of a ledger and stores what became of it. A repeat asks only what is not known, and changes nothing. */
@Injectable()
export class JudgeItemService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: ItemLedger,
    private readonly subjects: ItemSubjects,
    private readonly judging: JudgingService,
  ) {}

  /** Throws Unavailable and JobPostponed for what is to be tried again; the last attempt's failure is stored instead. */
  async run(job: RunningJob<JudgeItemJob>): Promise<void> {
    const claimed = await this.ledger.claim(job.payload);
    if (!claimed) return;
    const { evaluation, item } = claimed;
    await this.ledger.complete({ evaluation, item, outcome: await this.judge(claimed, job) });
  }

  private async judge(claimed: ClaimedItem, job: RunningJob<JudgeItemJob>): Promise<ItemOutcome> {
    const { evaluation, item, starts } = claimed;
    const isLastAttempt = job.attempt >= JOBS.judgeItem.attempts || starts >= MOST_STARTS;
    if (starts > MOST_STARTS)
      return notJudged('failed', `judging it began ${MOST_STARTS} times and never ended`);
    if (evaluation.isBudgetSpent && scorersOf(claimed).every(asksModel)) {
      return notJudged('skipped', BUDGET_SPENT);
    }
    try {
      const loaded = await this.subjects.load(evaluation, item, job.stop);
      if (loaded.kind === 'missing') return notJudged('skipped', loaded.reason);
      const { subject } = loaded;
      const asked = {
        ...claimed,
        subject,
        cause: this.causeOf(claimed, job.stop),
        isLastAttempt,
        stop: job.stop,
      };
      const judged = await this.ask(asked);
      await this.subjects.link(evaluation, subject);
      return { judged, traceId: subject.traceId, traceVersion: subject.version };
    } catch (error) {
      if (error instanceof BudgetSpent) return notJudged('skipped', BUDGET_SPENT);
      if (error instanceof Rejected) return notJudged('failed', error.message);
      if (error instanceof JobPostponed || job.stop.aborted || !isLastAttempt) throw error;
      return notJudged('failed', messageOf(error));
    }
  }

  private async ask(asked: Asked): Promise<JudgedScorer[]> {
    const { subject, cause, stop, isLastAttempt } = asked;
    const scorers = scorersOf(asked);
    if (scorers.length === 0) return [];
    try {
      return await this.judging.judge(subject, scorers, cause, stop);
    } catch (error) {
      if (stop.aborted || !(error instanceof BudgetSpent || isLastAttempt)) throw error;
    }
    return Promise.all(scorers.map((scorer) => this.askAlone(asked, scorer)));
  }

  /** So that one scorer's fault leaves what the others found. */
  private async askAlone(
    { subject, cause, stop, isLastAttempt }: Asked,
    scorer: PinnedScorer,
  ): Promise<JudgedScorer> {
    try {
      const [judged] = await this.judging.judge(subject, [scorer], cause, stop);
      return judged ?? unjudged(scorer, 'failed', 'no answer');
    } catch (error) {
      if (error instanceof BudgetSpent) return unjudged(scorer, 'skipped', BUDGET_SPENT);
      if (error instanceof Rejected) return unjudged(scorer, 'failed', error.message);
      if (stop.aborted || !isLastAttempt) throw error;
      return unjudged(scorer, 'failed', messageOf(error));
    }
  }

  /** What is asked again after it had failed is another cause: else the failure that is known would be the answer. */
  private causeOf({ evaluation, item }: ClaimedItem, stop: AbortSignal): JudgingCause {
    const { id, runId } = evaluation;
    return {
      kind: 'evaluation',
      id: item.retries === 0 ? id : `${id}#${item.retries}`,
      runId,
      publish: true,
      spend: EvaluationSpend.of(this.dataSource, evaluation, item, stop),
    };
  }
}

/** Those that judge such a row and have not yet. */
function scorersOf({ evaluation, item, judgedBy }: ClaimedItem): PinnedScorer[] {
  const level = item.kind === 'session' ? 'session' : 'trace';
  return evaluation.scorers.filter((scorer) => !judgedBy.includes(scorer.name) && levelOf(scorer) === level);
}

function asksModel({ definition, name }: PinnedScorer): boolean {
  return loadScorer(definition, name).effort.calls > 0;
}

function notJudged(state: 'skipped' | 'failed', reason: string): ItemOutcome {
  return { judged: [], instead: { state, reason } };
}

function unjudged(scorer: PinnedScorer, state: 'skipped' | 'failed', reason: string): JudgedScorer {
  const nothing = {
    verdicts: [],
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    isCached: false,
    assessmentIds: [],
  };
  return { scorer, state, reason, ...nothing };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
