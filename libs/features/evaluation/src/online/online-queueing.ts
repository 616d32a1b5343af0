import { Injectable } from '@nestjs/common';
import type { TraceEvent } from '@millrace/domain';
import { KeptJobs } from '@millrace/jobs';
import { JOBS } from '@millrace/ports';
import { EvaluationOptions } from '../evaluation.config.ts';
import { chooseOnline } from './choose-online.ts';
import { OnlineScorers } from './online-scorers.ts';

/** A session in which a trace completed. */
export interface ActiveSession {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly sessionId: string;
}

/** Queues the scoring of traces that complete and of their sessions. Durable on return, whatever the queue loses; throws Unavailable. */
@Injectable()
export class OnlineQueueing {
  private readonly sessionIdleMs: number;

  constructor(
    private readonly jobs: KeptJobs,
    private readonly scorers: OnlineScorers,
    { config }: EvaluationOptions,
  ) {
    this.sessionIdleMs = config.online.sessionIdleMs;
  }

  /** Nothing when no scorer may want it. Which session a trace is of is not known before the trace is read. */
  async onCompleted(event: TraceEvent): Promise<void> {
    const { id, workspaceId, experimentId, traceId, version } = event;
    const active = await this.scorers.of(experimentId);
    if (active.length === 0) return;
    const completedAt = event.at ?? Date.now();
    const chosen = chooseOnline(active, { level: 'trace', id: traceId, completedAt });
    const isOfSessions = active.some(
      ({ level, activeSince }) => level === 'session' && activeSince <= completedAt,
    );
    if (chosen.length === 0 && !isOfSessions) return;
    const payload = { experimentId, traceId, version, completedAt };
    await this.jobs.enqueue([{ kind: JOBS.scoreTrace, workspaceId, payload, key: id }]);
  }

  /** One job waits for a session, however many of its traces complete. */
  async sessionIsActive({ workspaceId, experimentId, sessionId }: ActiveSession): Promise<void> {
    await this.jobs.enqueue([
      {
        kind: JOBS.scoreSession,
        workspaceId,
        payload: { experimentId, sessionId },
        key: JSON.stringify([workspaceId, experimentId, sessionId]),
        delayMs: this.sessionIdleMs,
      },
    ]);
  }
}
