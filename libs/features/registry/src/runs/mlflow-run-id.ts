import { MlflowError } from '@millrace/service-kit';

/** The run that a message names. Throws MlflowError. */
export function runIdOf({
  run_id,
  run_uuid,
}: {
  run_id?: string | undefined;
  run_uuid?: string | undefined;
}): string {
  const runId = run_id || run_uuid;
  if (runId) return runId;
  throw new MlflowError(
    'INVALID_PARAMETER_VALUE',
    "Missing value for required parameter 'run_id'. See the API docs for more information about request parameters.",
  );
}
