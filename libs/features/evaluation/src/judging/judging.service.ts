import { Injectable } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import type { JudgedScorer, JudgedSubject, JudgingCause, PinnedScorer } from './judged-scorer.ts';

/**
 * Asks scorers about a subject; a verdict is stored, once, before it is told. Answers in the order of the scorers.
 *
 * A scorer that can't judge (Rejected) has the state `failed`, stored with its reason. Throws Unavailable when one could not be
 * asked for now, after the verdicts of the others were stored; asked again only that one is. Throws BudgetSpent, and the reason
 * of `stop` when that is aborted, in the same way.
 */
@Injectable()
export class JudgingService {
  judge(
    subject: JudgedSubject,
    scorers: readonly PinnedScorer[],
    cause: JudgingCause,
    stop: AbortSignal,
  ): Promise<JudgedScorer[]> {
    stop.throwIfAborted();
    const names = scorers.map(({ name }) => name).join(', ');
    const about = `${subject.level} ${subject.traceId} (${cause.kind})`;
    return Promise.reject(new Unavailable(`No model can be reached yet: ${names} can't judge ${about}.`));
  }
}
