import type { EntityManager } from 'typeorm';
import { Experiment, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** An experiment that takes changes, held until the end of the transaction. Throws Rejected for an unknown ('not-found') or deleted one. */
export async function lockActiveExperiment(
  manager: EntityManager,
  workspaceId: string,
  experimentId: string,
): Promise<Experiment> {
  const id = parseExperimentId(experimentId);
  const lock = { mode: 'pessimistic_write' } as const;
  const found = id !== undefined && (await manager.findOne(Experiment, { where: { id, workspaceId }, lock }));
  return requireActive(found || undefined, experimentId);
}

/** The same without holding it: for things made inside the experiment, which then wait for nobody. */
export async function findActiveExperiment(
  manager: EntityManager,
  workspaceId: string,
  experimentId: string,
): Promise<Experiment> {
  const id = parseExperimentId(experimentId);
  const lock = { mode: 'pessimistic_read' } as const;
  const found = id !== undefined && (await manager.findOne(Experiment, { where: { id, workspaceId }, lock }));
  return requireActive(found || undefined, experimentId);
}

/** The answer to a wrong id, the same everywhere. */
export function unknownExperiment(experimentId: string): Rejected {
  return new Rejected(`No Experiment with id=${experimentId} exists`, 'not-found');
}

function requireActive(experiment: Experiment | undefined, experimentId: string): Experiment {
  if (!experiment) throw unknownExperiment(experimentId);
  if (experiment.lifecycleStage === 'active') return experiment;
  throw new Rejected(
    `The experiment ${experimentId} must be in the 'active' state. Current state is deleted. Restore it first.`,
  );
}
