import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejected, type TraceRow } from '@millrace/domain';
import { askDatabase } from '../database/ask-database.ts';

/** Nothing of an experiment, or of a session or user of it, is removed while it is in force. */
export interface LegalHold {
  readonly id: string;
  readonly workspaceId: string;
  readonly experimentId: number;
  /** Both absent: everything of the experiment. Both there: what is of the user and of the session. */
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly reason: string;
}

/** What of a trace a hold may be on. */
export interface HeldTrace {
  readonly experimentIds: readonly number[];
  readonly userIds: readonly string[];
  readonly sessionIds: readonly string[];
}

type HoldRow = Omit<LegalHold, 'userId' | 'sessionId'> & {
  readonly userId: string | null;
  readonly sessionId: string | null;
};

const IN_FORCE = `
  SELECT id, workspace_id AS "workspaceId", experiment_id AS "experimentId", user_id AS "userId",
    session_id AS "sessionId", reason
  FROM legal_holds WHERE workspace_id = $1 AND lift_time IS NULL ORDER BY creation_time, id`;

/** The holds there are, asked for each time: one that was set is in force at once. */
@Injectable()
export class LegalHolds {
  constructor(private readonly dataSource: DataSource) {}

  async inForce(workspaceId: string): Promise<LegalHold[]> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<HoldRow[]>(IN_FORCE, [workspaceId]),
    );
    return rows.map((row) => ({
      ...row,
      userId: row.userId ?? undefined,
      sessionId: row.sessionId ?? undefined,
    }));
  }

  /** Throws Rejected, naming the hold, when one of the traces is under one. */
  async refuse(traces: readonly TraceRow[]): Promise<void> {
    for (const [workspaceId, own] of Map.groupBy(traces, (trace) => trace.workspaceId)) {
      const holds = await this.inForce(workspaceId);
      for (const trace of own) {
        const hold = coveringHold(holds, heldParts(trace));
        if (hold) {
          throw new Rejected(
            `Trace 'tr-${trace.traceId}' can't be deleted: ${sayHold(hold)}. Nothing was deleted; an admin can lift the hold.`,
          );
        }
      }
    }
  }
}

/** The first of the holds that is on the trace. */
export function coveringHold(holds: readonly LegalHold[], trace: HeldTrace): LegalHold | undefined {
  return holds.find(
    ({ experimentId, userId, sessionId }) =>
      trace.experimentIds.includes(experimentId) &&
      (userId === undefined || trace.userIds.includes(userId)) &&
      (sessionId === undefined || trace.sessionIds.includes(sessionId)),
  );
}

/** As a part of a sentence. */
export function sayHold({ id, experimentId, userId, sessionId, reason }: LegalHold): string {
  const parts = [
    ...(userId === undefined ? [] : [`user '${userId}' of`]),
    ...(sessionId === undefined ? [] : [`session '${sessionId}' of`]),
  ];
  return `${[...parts, `experiment ${experimentId}`].join(' ')} is under legal hold ${id} (${reason})`;
}

function heldParts({ experimentId, spanExperimentIds, userId, sessionId }: TraceRow): HeldTrace {
  return {
    experimentIds: [experimentId, ...spanExperimentIds],
    userIds: userId === undefined ? [] : [userId],
    sessionIds: sessionId === undefined ? [] : [sessionId],
  };
}
