import { Injectable } from '@nestjs/common';
import { Rejected, storedAssessment, type TraceRow } from '@millrace/domain';
import { loadScorer } from '@millrace/scorers';
import { mapBounded } from '@millrace/service-kit';
import { TracesService } from '@millrace/trace-access';
import type { JudgedSubject } from '../judging/judged-scorer.ts';
import { JudgingService } from '../judging/judging.service.ts';
import { toAssessments } from '../judging/to-assessments.ts';
import { verdictId } from '../judging/verdict-ids.ts';
import { VerdictStore } from '../judging/verdict-store.ts';
import { SubjectLoader } from '../subjects/subject-loader.ts';
import type { Invocation, InvocationResult } from './invocation.entity.ts';

const TRACES_AT_ONCE = 8;

/** Asks the scorer of an invocation about its traces. A repeat asks only what is not known yet. */
@Injectable()
export class InvocationJudge {
  constructor(
    private readonly traces: TracesService,
    private readonly subjects: SubjectLoader,
    private readonly judging: JudgingService,
    private readonly verdicts: VerdictStore,
  ) {}

  /** A result for each trace, or for the session. Throws Unavailable; Rejected when the traces are gone. */
  async judge(invocation: Invocation, stop: AbortSignal): Promise<InvocationResult[]> {
    const { workspaceId, traceIds, scorer } = invocation;
    const rows = await this.traces.find(workspaceId, traceIds);
    if (rows.length === 0) throw new Rejected('The traces were deleted.', 'not-found');
    if (loadScorer(scorer.definition, scorer.name).level === 'trace') {
      return mapBounded(rows, TRACES_AT_ONCE, async (row) =>
        this.ask(invocation, await this.subjects.loadRow(row), stop),
      );
    }
    const inOrder = rows.toSorted(byTime);
    const subject = await this.subjects.loadSessionOf(inOrder, inOrder[0]?.sessionId ?? '');
    return [await this.ask(invocation, subject, stop)];
  }

  private async ask(
    { id, scorer, publishes }: Invocation,
    subject: JudgedSubject,
    stop: AbortSignal,
  ): Promise<InvocationResult> {
    const cause = { kind: 'invocation', id, publish: publishes } as const;
    const [judged] = await this.judging.judge(subject, [scorer], cause, stop);
    const { traceId } = subject;
    if (judged?.state !== 'scored') {
      return { traceId, assessments: [], failures: [judged?.reason ?? 'The scorer gave no answer.'] };
    }
    const stored = await this.verdicts.find([verdictId(subject, scorer, cause)]);
    const assessments = [...stored.values()].flatMap(toAssessments).map(storedAssessment);
    return { traceId, assessments, failures: [] };
  }
}

function byTime(a: TraceRow, b: TraceRow): number {
  return Number(a.requestTimeUnixNano - b.requestTimeUnixNano);
}
