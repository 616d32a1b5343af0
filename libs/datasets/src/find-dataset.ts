import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { EvaluationDataset } from './evaluation-dataset.entity.ts';

/** With its tags and experiments. Throws Rejected('not-found'). */
export async function findDataset(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<EvaluationDataset> {
  const found = await manager.findOne(EvaluationDataset, {
    where: { id, workspaceId },
    relations: { tags: true, experiments: true },
  });
  return found ?? Promise.reject(unknownDataset(id));
}

/** The answer to a wrong id, the same everywhere. */
export function unknownDataset(id: string): Rejected {
  return new Rejected(`Evaluation dataset with id '${id}' not found`, 'not-found');
}
