import { Injectable } from '@nestjs/common';
import type { TraceRow } from '@millrace/domain';
import { JobPostponed, type RunningJob, type ScoreSessionJob } from '@millrace/ports';
import { EvaluationOptions } from '../evaluation.config.ts';
import { isJudged, SessionTraces } from '../subjects/session-traces.ts';
import { chooseOnline } from './choose-online.ts';
import { FilterMatch } from './filter-match.ts';
import { OnlineJudge } from './online-judge.ts';
import { OnlineScorers } from './online-scorers.ts';

const NANOS_PER_MS = 1_000_000n;

/**
 * Judges sessions that have been quiet, once for each state they come to rest in. A filter is asked of the first trace of a session,
 * and findings go to it, as MLflow does both.
 */
@Injectable()
export class SessionScoring {
  private readonly idleMs: number;

  constructor(
    private readonly sessions: SessionTraces,
    private readonly scorers: OnlineScorers,
    private readonly filters: FilterMatch,
    private readonly judge: OnlineJudge,
    { config }: EvaluationOptions,
  ) {
    this.idleMs = config.online.sessionIdleMs;
  }

  async score(job: RunningJob<ScoreSessionJob>): Promise<void> {
    const { experimentId, sessionId } = job.payload;
    const rows = await this.read(job);
    const [first] = rows;
    if (!first) return;
    this.requireQuiet(rows);
    const active = await this.scorers.of(experimentId);
    const chosen = chooseOnline(active, { level: 'session', id: sessionId, completedAt: Date.now() });
    const matching = await this.filters.matching(first, chosen);
    await this.judge.judgeSession(rows, sessionId, matching, job.stop);
    // While this job ran no other could be queued for a trace that completed meanwhile; its row was stored before that.
    if (stateOf(await this.read(job)) !== stateOf(rows)) throw new JobPostponed(this.idleMs);
  }

  private async read({ workspaceId, payload }: RunningJob<ScoreSessionJob>): Promise<readonly TraceRow[]> {
    const rows = await this.sessions.find(workspaceId, payload.experimentId, payload.sessionId);
    return rows.filter((row) => row.isRootEnded && isJudged(row));
  }

  private requireQuiet(rows: readonly TraceRow[]): void {
    const lastMs = Math.max(...rows.map(endOf));
    const leftMs = lastMs + this.idleMs - Date.now();
    // A client's clock may be ahead: asked again no later than it would be after one more trace.
    if (leftMs > 0) throw new JobPostponed(Math.min(leftMs, this.idleMs));
  }
}

function endOf({ requestTimeUnixNano, durationNano }: TraceRow): number {
  return Number((requestTimeUnixNano + durationNano) / NANOS_PER_MS);
}

function stateOf(rows: readonly TraceRow[]): string {
  return rows.map(({ traceId, contentVersion }) => `${traceId}:${contentVersion}`).join();
}
