import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment } from '@millrace/access';
import { Rejected } from '@millrace/domain';

export interface NewHold {
  readonly experimentId: string;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly reason: string;
  readonly setBy: string;
}

/** A hold, in force or lifted. */
export interface StoredHold {
  readonly id: string;
  readonly experimentId: number;
  readonly userId: string | undefined;
  readonly sessionId: string | undefined;
  readonly reason: string;
  readonly setBy: string;
  readonly creationTime: number;
  readonly liftedBy: string | undefined;
  readonly liftTime: number | undefined;
}

interface HoldRow {
  readonly id: string;
  readonly experimentId: number;
  readonly userId: string | null;
  readonly sessionId: string | null;
  readonly reason: string;
  readonly setBy: string;
  readonly creationTime: string;
  readonly liftedBy: string | null;
  readonly liftTime: string | null;
}

/** Those in force are few; of the lifted the latest are told. */
const MOST = 1_000;
const WHEN_TAKEN = 'Someone else has just set the same hold: read it back.';
const COLUMNS = `id, experiment_id AS "experimentId", user_id AS "userId", session_id AS "sessionId", reason,
  set_by AS "setBy", creation_time AS "creationTime", lifted_by AS "liftedBy", lift_time AS "liftTime"`;
const LIST = `
  SELECT ${COLUMNS} FROM legal_holds WHERE workspace_id = $1 AND ($2::boolean OR lift_time IS NULL)
  ORDER BY lift_time IS NOT NULL, creation_time DESC, id LIMIT ${MOST}`;
const FIND = `SELECT ${COLUMNS} FROM legal_holds WHERE id::text = $1 AND workspace_id = $2`;

/** Sets and lifts legal holds. Throws Rejected for what is not there, Unavailable. */
@Injectable()
export class HoldsService {
  constructor(private readonly dataSource: DataSource) {}

  /** In force on return. */
  set(workspaceId: string, given: NewHold): Promise<StoredHold> {
    return changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, given.experimentId);
      const id = randomUUID();
      await manager.query(
        `INSERT INTO legal_holds (id, workspace_id, experiment_id, user_id, session_id, reason, set_by, creation_time)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          workspaceId,
          experiment.id,
          given.userId ?? null,
          given.sessionId ?? null,
          given.reason,
          given.setBy,
          Date.now(),
        ],
      );
      return find(manager, workspaceId, id);
    });
  }

  /** Those in force first, the newest of them first. */
  async list(workspaceId: string, withLifted: boolean): Promise<StoredHold[]> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<HoldRow[]>(LIST, [workspaceId, withLifted]),
    );
    return rows.map(toHold);
  }

  /** It stays, as history. One that was lifted before is as it was. */
  lift(workspaceId: string, id: string, liftedBy: string): Promise<StoredHold> {
    return askDatabase(this.dataSource, async (manager) => {
      await manager.query(
        `UPDATE legal_holds SET lifted_by = $3, lift_time = $4
         WHERE id::text = $1 AND workspace_id = $2 AND lift_time IS NULL`,
        [id, workspaceId, liftedBy, Date.now()],
      );
      return find(manager, workspaceId, id);
    });
  }
}

async function find(manager: EntityManager, workspaceId: string, id: string): Promise<StoredHold> {
  const [row] = await manager.query<HoldRow[]>(FIND, [id, workspaceId]);
  if (row) return toHold(row);
  throw new Rejected(`No legal hold with id '${id}' exists`, 'not-found');
}

function toHold(row: HoldRow): StoredHold {
  return {
    ...row,
    userId: row.userId ?? undefined,
    sessionId: row.sessionId ?? undefined,
    creationTime: Number(row.creationTime),
    liftedBy: row.liftedBy ?? undefined,
    liftTime: row.liftTime === null ? undefined : Number(row.liftTime),
  };
}
