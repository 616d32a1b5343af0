import { Injectable, Logger } from '@nestjs/common';
import type { TraceRow } from '@millrace/domain';
import { JobPostponed, type RunningJob, type ScoreTraceJob } from '@millrace/ports';
import { BatchedReads } from '../subjects/batched-reads.ts';
import { isJudged } from '../subjects/session-traces.ts';
import { chooseOnline } from './choose-online.ts';
import { FilterMatch } from './filter-match.ts';
import { OnlineJudge } from './online-judge.ts';
import { OnlineQueueing } from './online-queueing.ts';
import { OnlineScorers } from './online-scorers.ts';

const NOT_STORED_WAIT_MS = 500;
/** A trace that is not there by then was deleted. */
const LONGEST_WAIT_MS = 60_000;

/** Judges traces that completed, by the online scorers of their experiment. */
@Injectable()
export class TraceScoring {
  private readonly logger = new Logger('OnlineScoring');

  constructor(
    private readonly reads: BatchedReads,
    private readonly scorers: OnlineScorers,
    private readonly filters: FilterMatch,
    private readonly judge: OnlineJudge,
    private readonly queueing: OnlineQueueing,
  ) {}

  async score(job: RunningJob<ScoreTraceJob>): Promise<void> {
    const row = await this.completed(job);
    if (!row || !isJudged(row)) return;
    const { workspaceId, experimentId, traceId, sessionId } = row;
    const active = await this.scorers.of(experimentId);
    if (sessionId !== undefined && active.some(({ level }) => level === 'session')) {
      await this.queueing.sessionIsActive({ workspaceId, experimentId, sessionId });
    }
    const { completedAt } = job.payload;
    const chosen = chooseOnline(active, { level: 'trace', id: traceId, completedAt });
    await this.judge.judgeTrace(row, await this.filters.matching(row, chosen), job.stop);
  }

  /** The trace as it completed; undefined when it is gone, or has more content by now: that will complete too. */
  private async completed({
    workspaceId,
    payload,
  }: RunningJob<ScoreTraceJob>): Promise<TraceRow | undefined> {
    const { traceId, completedAt } = payload;
    const version = BigInt(payload.version);
    const row = await this.reads.find(workspaceId, traceId);
    if (!row || row.contentVersion < version) {
      if (Date.now() - completedAt < LONGEST_WAIT_MS) throw new JobPostponed(NOT_STORED_WAIT_MS);
      this.logger.warn(`Trace ${traceId} completed at version ${version} and is not there: not judged.`);
      return undefined;
    }
    if (row.contentVersion === version) return row;
    // New prices raise the version of a complete trace and complete it at that, without an event.
    const completedVersions = await this.reads.completedVersions(workspaceId, traceId);
    return completedVersions.some((completed) => completed >= row.contentVersion) ? row : undefined;
  }
}
