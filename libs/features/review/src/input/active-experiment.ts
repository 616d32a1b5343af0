import { DEFAULT_WORKSPACE_ID, type ExperimentDirectory, type ExperimentPlace } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** Where something new of an experiment belongs. Throws Rejected for no id, an unknown ('not-found') or a deleted experiment. */
export async function activeExperiment(
  directory: ExperimentDirectory,
  experimentId: string,
): Promise<ExperimentPlace> {
  if (experimentId !== '') return directory.resolve(DEFAULT_WORKSPACE_ID, { experimentId });
  throw new Rejected("Missing value for required parameter 'experiment_id'.");
}
