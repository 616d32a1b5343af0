import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { Experiment } from '../entities/experiment.entity.ts';
import { parseExperimentId } from './experiment-directory.ts';

/** An experiment that takes changes, held until the end of the transaction. Throws Rejected for an unknown ('not-found') or deleted one. */
export function lockActiveExperiment(
  manager: EntityManager,
  workspaceId: string,
  experimentId: string,
): Promise<Experiment> {
  return findActive(manager, { workspaceId, experimentId }, 'pessimistic_write');
}

/** The same for things made inside the experiment: it stays as it is meanwhile, and they wait for one another no more than for it. */
export function findActiveExperiment(
  manager: EntityManager,
  workspaceId: string,
  experimentId: string,
): Promise<Experiment> {
  return findActive(manager, { workspaceId, experimentId }, 'pessimistic_read');
}

/** The answer to a wrong id, the same everywhere. */
export function unknownExperiment(experimentId: string): Rejected {
  return new Rejected(`No Experiment with id=${experimentId} exists`, 'not-found');
}

async function findActive(
  manager: EntityManager,
  { workspaceId, experimentId }: { readonly workspaceId: string; readonly experimentId: string },
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<Experiment> {
  const id = parseExperimentId(experimentId);
  const experiment =
    id === undefined
      ? null
      : await manager.findOne(Experiment, { where: { id, workspaceId }, lock: { mode } });
  if (!experiment) throw unknownExperiment(experimentId);
  if (experiment.lifecycleStage === 'active') return experiment;
  throw new Rejected(
    `The experiment ${experimentId} must be in the 'active' state. Current state is deleted. Restore it first.`,
  );
}
