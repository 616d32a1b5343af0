import { Injectable } from '@nestjs/common';
import type { TraceRow } from '@millrace/domain';
import { Metrics } from '@millrace/service-kit';
import type { JudgedSubject, JudgingCause } from '../judging/judged-scorer.ts';
import { JudgingService } from '../judging/judging.service.ts';
import { SubjectLoader } from '../subjects/subject-loader.ts';
import type { OnlineScorer } from './online-scorers.ts';

/** Findings on a version of a trace or session replace those on its earlier ones. */
const ONLINE: JudgingCause = { kind: 'online', id: '', publish: true, supersedes: true };

/** Has online scorers judge what is stored, and counts how that ended. Throws Unavailable, and the reason of `stop`. */
@Injectable()
export class OnlineJudge {
  constructor(
    private readonly subjects: SubjectLoader,
    private readonly judging: JudgingService,
    private readonly metrics: Metrics,
  ) {}

  async judgeTrace(row: TraceRow, scorers: readonly OnlineScorer[], stop: AbortSignal): Promise<void> {
    if (scorers.length > 0) await this.judge(await this.subjects.loadRow(row), scorers, stop);
  }

  /** The traces of the session, the earliest first. */
  async judgeSession(
    rows: readonly TraceRow[],
    sessionId: string,
    scorers: readonly OnlineScorer[],
    stop: AbortSignal,
  ): Promise<void> {
    if (scorers.length > 0) {
      await this.judge(await this.subjects.loadSessionOf(rows, sessionId), scorers, stop);
    }
  }

  private async judge(
    subject: JudgedSubject,
    scorers: readonly OnlineScorer[],
    stop: AbortSignal,
  ): Promise<void> {
    const pinned = scorers.map(({ scorer }) => scorer);
    const judged = await this.judging.judge(subject, pinned, ONLINE, stop);
    const counter = this.metrics.counter(
      'online_scorings_total',
      'What online scorers were asked to judge, by how that ended',
      ['level', 'state'],
    );
    for (const { state } of judged) counter.inc({ level: subject.level, state });
  }
}
