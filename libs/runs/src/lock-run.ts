import type { EntityManager } from 'typeorm';
import type { LifecycleStage } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** What is needed of a run to write to it. */
export interface RunPlace {
  readonly runId: string;
  readonly experimentId: number;
  readonly lifecycleStage: LifecycleStage;
  readonly experimentStage: LifecycleStage;
}

/**
 * The run, held until the end of the transaction: whoever writes to one run waits here, so batches neither lose each other's
 * values nor wait in a circle. Throws Rejected('not-found').
 */
export async function lockRun(manager: EntityManager, workspaceId: string, runId: string): Promise<RunPlace> {
  return findPlace(manager, { workspaceId, runId, lock: 'FOR NO KEY UPDATE OF run' });
}

/** The same, and Rejected for a deleted one. */
export async function lockActiveRun(
  manager: EntityManager,
  workspaceId: string,
  runId: string,
): Promise<RunPlace> {
  const place = await lockRun(manager, workspaceId, runId);
  if (place.lifecycleStage === 'active' && place.experimentStage === 'active') return place;
  const [kind, id] =
    place.lifecycleStage === 'deleted' ? ['run', runId] : ['experiment', String(place.experimentId)];
  throw new Rejected(
    `The ${kind} ${id} must be in the 'active' state. Current state is deleted. Restore it first.`,
  );
}

/** The run, not held. Throws Rejected('not-found'). */
export async function findRun(manager: EntityManager, workspaceId: string, runId: string): Promise<RunPlace> {
  return findPlace(manager, { workspaceId, runId, lock: '' });
}

/** The answer to a wrong id, the same everywhere. */
export function unknownRun(runId: string): Rejected {
  return new Rejected(`Run with id=${runId} not found`, 'not-found');
}

async function findPlace(
  manager: EntityManager,
  {
    workspaceId,
    runId,
    lock,
  }: { readonly workspaceId: string; readonly runId: string; readonly lock: string },
): Promise<RunPlace> {
  const [place] = await manager.query<RunPlace[]>(
    `SELECT run.run_id AS "runId", run.experiment_id AS "experimentId", run.lifecycle_stage AS "lifecycleStage",
            experiment.lifecycle_stage AS "experimentStage"
     FROM runs run JOIN experiments experiment ON experiment.id = run.experiment_id
     WHERE run.run_id = $1 AND experiment.workspace_id = $2 ${lock}`,
    [runId, workspaceId],
  );
  return place ?? Promise.reject(unknownRun(runId));
}
