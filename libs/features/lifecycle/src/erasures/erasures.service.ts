import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { changeDatabase, findActiveExperiment, LegalHolds, sayHold, type LegalHold } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import type { Removal } from '../removals/removal.ts';
import { RemovalsService } from '../removals/removals.service.ts';

const WHEN_TAKEN = 'Someone else has just asked for the same: read it back.';

export interface NewErasure {
  readonly experimentId: string | undefined;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly reason: string;
  readonly askedBy: string;
}

/** Removes what is of a user or a session, and keeps the proof. Throws Rejected, Unavailable. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly removals: RemovalsService,
    private readonly holds: LegalHolds,
  ) {}

  /** Refused where a hold says so by itself; traces under other holds are found to be, and stay. */
  async begin(workspaceId: string, given: NewErasure): Promise<Removal> {
    const { experimentId, userId, sessionId, reason, askedBy } = given;
    const experiment =
      experimentId === undefined
        ? undefined
        : await changeDatabase(this.dataSource, WHEN_TAKEN, (manager) =>
            findActiveExperiment(manager, workspaceId, experimentId),
          );
    const holds = await this.holds.inForce(workspaceId);
    const hold = holds.find((each) => isOn(each, { experimentId: experiment?.id, userId, sessionId }));
    if (hold) throw new Rejected(`Nothing can be erased: ${sayHold(hold)}. An admin can lift the hold.`);
    return this.removals.begin({
      workspaceId,
      kind: 'erasure',
      experimentId: experiment?.id,
      userId,
      sessionId,
      reason,
      askedBy,
      cutoffTime: undefined,
    });
  }
}

interface Asked {
  readonly experimentId: number | undefined;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
}

/** Whether all that is asked for is under the hold, or the hold is on the very person. */
function isOn(hold: LegalHold, asked: Asked): boolean {
  const isOfExperiment = asked.experimentId === hold.experimentId;
  if (hold.userId === undefined && hold.sessionId === undefined) return isOfExperiment;
  const isPerson =
    (hold.userId === undefined || hold.userId === asked.userId) &&
    (hold.sessionId === undefined || hold.sessionId === asked.sessionId);
  return isPerson && (asked.experimentId === undefined || isOfExperiment);
}
