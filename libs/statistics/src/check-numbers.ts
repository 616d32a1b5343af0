/** Throws where a number is none: figures made of it would be none either. */
export function checkNumbers(values: readonly number[]): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new RangeError(`value ${at} is ${values[at]}, not a finite number`);
}

/** Throws for a share that is none. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`a confidence of ${confidence} is not between 0 and 1`);
}
