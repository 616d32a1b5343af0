/** Why an evaluation could not be done, in a sentence that says what to do. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}
