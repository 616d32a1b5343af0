import type { EntityManager } from 'typeorm';
import { Experiment, ExperimentTag } from '@millrace/access';

/** An experiment whose name and tags were checked. */
export interface CheckedExperiment {
  readonly name: string;
  /** Absent: a place of its own in the artifacts that this server keeps. */
  readonly artifactLocation?: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/** Adds it inside the caller's transaction. */
export async function addExperiment(
  manager: EntityManager,
  workspaceId: string,
  { name, artifactLocation, tags }: CheckedExperiment,
): Promise<Experiment> {
  const now = Date.now();
  const id = await nextExperimentId(manager);
  const experiment = manager.create(Experiment, {
    id,
    workspaceId,
    name,
    artifactLocation: artifactLocation || `mlflow-artifacts:/${id}`,
    lifecycleStage: 'active',
    creationTime: now,
    lastUpdateTime: now,
  });
  await manager.insert(Experiment, { ...experiment });
  experiment.tags = [...tags].map(([key, value]) =>
    manager.create(ExperimentTag, { experimentId: id, key, value }),
  );
  await manager.insert(ExperimentTag, experiment.tags);
  return experiment;
}

async function nextExperimentId(manager: EntityManager): Promise<number> {
  const rows: unknown = await manager.query(
    "SELECT nextval(pg_get_serial_sequence('experiments', 'id')) AS id",
  );
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Number(typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined);
}
