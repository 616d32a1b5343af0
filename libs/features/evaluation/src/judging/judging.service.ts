import { Injectable } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { CodeRunner } from '@millrace/ports';
import { loadScorer } from '@millrace/scorers';
import { mapBounded } from '@millrace/service-kit';
import { randomUUID } from 'node:crypto';
import { EvaluationOptions } from '../evaluation.config.ts';
import { JudgeDesk } from './asking/judge-desk.ts';
import { toJudged } from './findings.ts';
import {
  BudgetSpent,
  type JudgedScorer,
  type JudgedSubject,
  type JudgingCause,
  type PinnedScorer,
} from './judged-scorer.ts';
import { runScorer, type Scored } from './run-scorer.ts';
import { toStoredVerdict } from './to-stored-verdict.ts';
import { verdictId } from './verdict-ids.ts';
import { VerdictPublisher } from './verdict-publisher.ts';
import { VerdictStore } from './verdict-store.ts';
import type { StoredVerdict } from './verdict.entity.ts';

/** A scorer tried out: nothing of it is kept. */
export interface TriedScorer extends JudgedScorer {
  readonly questions: Scored['questions'];
}

const SCORERS_AT_ONCE = 8;

/**
 * Asks scorers about a subject; a verdict is stored, once, before it is told. Answers in the order of the scorers.
 *
 * A scorer that can't judge (Rejected) has the state `failed`, stored with its reason. Throws Unavailable when one could not be
 * asked for now, after the verdicts of the others were stored; asked again only that one is. Throws BudgetSpent, and the reason
 * of `stop` when that is aborted, in the same way.
 */
@Injectable()
export class JudgingService {
  private readonly defaultModel: string;

  constructor(
    private readonly store: VerdictStore,
    private readonly publisher: VerdictPublisher,
    private readonly desk: JudgeDesk,
    private readonly code: CodeRunner,
    { config }: EvaluationOptions,
  ) {
    this.defaultModel = config.judging.model;
  }

  async judge(
    subject: JudgedSubject,
    scorers: readonly PinnedScorer[],
    cause: JudgingCause,
    stop: AbortSignal,
  ): Promise<JudgedScorer[]> {
    stop.throwIfAborted();
    const ids = scorers.map((scorer) => verdictId(subject, scorer, cause));
    const known = await this.store.find(ids);
    const faults: unknown[] = [];
    const verdicts = await mapBounded([...scorers.entries()], SCORERS_AT_ONCE, async ([place, scorer]) => {
      try {
        return (
          known.get(ids[place] ?? '') ??
          (await this.store.keep(await this.score(subject, scorer, cause, stop)))
        );
      } catch (error) {
        faults.push(error);
        return undefined;
      }
    });
    const stored = verdicts.filter((verdict) => verdict !== undefined);
    await this.publisher.publish(stored);
    if (faults.length > 0) throw worstOf(faults, stop);
    return stored.map((verdict, place) =>
      toJudged(scorers[place] ?? { name: verdict.scorerName, definition: '' }, verdict),
    );
  }

  /** Scores without keeping or telling anything of it, but what the models answered. Throws Unavailable. */
  async try(subject: JudgedSubject, scorer: PinnedScorer, stop: AbortSignal): Promise<TriedScorer> {
    const cause: JudgingCause = { kind: 'invocation', id: randomUUID(), publish: false };
    const scored = await this.run(subject, scorer, cause, stop);
    const verdict = toStoredVerdict(subject, scorer, cause, scored);
    return { ...toJudged(scorer, verdict), questions: scored.questions };
  }

  private async score(
    subject: JudgedSubject,
    scorer: PinnedScorer,
    cause: JudgingCause,
    stop: AbortSignal,
  ): Promise<StoredVerdict> {
    return toStoredVerdict(subject, scorer, cause, await this.run(subject, scorer, cause, stop));
  }

  private run(
    subject: JudgedSubject,
    scorer: PinnedScorer,
    cause: JudgingCause,
    stop: AbortSignal,
  ): Promise<Scored> {
    const { workspaceId, experimentId, traceId } = subject;
    const context = {
      workspaceId,
      experimentId,
      judgedTraceId: traceId,
      scorerName: scorer.name,
      verdictId: verdictId(subject, scorer, cause),
      defaultModel: this.defaultModel,
      spend: cause.spend,
      stop,
    };
    const load = () => loadScorer(scorer.definition, scorer.name);
    return runScorer(load, subject.subject, context, { desk: this.desk, code: this.code });
  }
}

/** Which of several faults is told: the stop, a fault of ours, the budget, then the longest wait. */
function worstOf(faults: readonly unknown[], stop: AbortSignal): unknown {
  if (stop.aborted) return stop.reason;
  const passing = faults.filter((fault) => fault instanceof Unavailable);
  const [other] = faults.filter((fault) => !(fault instanceof Unavailable || fault instanceof BudgetSpent));
  if (other !== undefined) return other;
  const spent = faults.find((fault) => fault instanceof BudgetSpent);
  return spent ?? passing.toSorted((a, b) => b.retryAfterMs - a.retryAfterMs)[0];
}
