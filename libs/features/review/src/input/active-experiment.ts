import type { ExperimentDirectory, ExperimentPlace } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** The place of an experiment that takes changes. Throws Rejected for no id, an unknown ('not-found') or a deleted experiment. */
export async function activeExperiment(
  directory: ExperimentDirectory,
  workspaceId: string,
  experimentId: string,
): Promise<ExperimentPlace> {
  if (experimentId !== '') return directory.resolve(workspaceId, { experimentId });
  throw new Rejected("Missing value for required parameter 'experiment_id'.");
}
