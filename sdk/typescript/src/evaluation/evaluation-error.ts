import { MillraceError } from '../connection/millrace-error.ts';

/** Why an evaluation could not be done, in a sentence that says what to do. */
export class EvaluationError extends MillraceError {
  override readonly name = 'EvaluationError';
}

/** As `evaluate` throws it. */
export function asEvaluationError(error: unknown): unknown {
  if (!(error instanceof MillraceError) || error instanceof EvaluationError) return error;
  const { status, code } = error;
  return new EvaluationError(error.message, {
    cause: error,
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
  });
}
