import { Injectable } from '@nestjs/common';
import { askDatabase, parseExperimentId } from '@millrace/access';
import { Rejected, type JsonValue } from '@millrace/domain';
import { logKey, READ_BARRIER_MS, SpanLog } from '@millrace/ports';
import { DataSource } from 'typeorm';
import { pinScorers, type ScorerChoice } from '../../evaluations/pin-scorers.ts';
import { SubjectLoader } from '../../subjects/subject-loader.ts';
import type { JudgedSubject } from '../judged-scorer.ts';
import { JudgingService, type TriedScorer } from '../judging.service.ts';

/** A scorer to be tried, and on what. */
export interface Trial {
  readonly subject:
    { readonly traceId: string } | { readonly sessionId: string; readonly experimentId: string };
  readonly scorer: ScorerChoice;
  readonly expectations?: Readonly<Record<string, JsonValue>> | undefined;
}

/** Tries scorers on what is there: nothing becomes an assessment. Throws Rejected for what can't be scored, Unavailable. */
@Injectable()
export class ScoringsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectLoader,
    private readonly judging: JudgingService,
    private readonly log: SpanLog,
  ) {}

  async try(workspaceId: string, trial: Trial, stop: AbortSignal): Promise<TriedScorer> {
    const key = 'traceId' in trial.subject ? logKey(workspaceId, trial.subject.traceId) : undefined;
    // What was acknowledged before is scored too.
    await this.log.barrier({ ...(key !== undefined && { key }), timeoutMs: READ_BARRIER_MS });
    const subject = await this.load(workspaceId, trial);
    const [scorer] = await askDatabase(this.dataSource, (manager) =>
      pinScorers(manager, subject.experimentId, [trial.scorer]),
    );
    if (!scorer) throw new Rejected('There is no scorer to try.');
    return this.judging.try(subject, scorer, stop);
  }

  private load(workspaceId: string, { subject, expectations }: Trial): Promise<JudgedSubject> {
    if ('traceId' in subject) return this.subjects.loadTrace(workspaceId, subject.traceId, expectations);
    const experimentId = parseExperimentId(subject.experimentId);
    if (experimentId === undefined) {
      throw new Rejected(`experiment_id: '${subject.experimentId}' is not the id of an experiment.`);
    }
    return this.subjects.loadSession(workspaceId, experimentId, subject.sessionId, expectations);
  }
}
