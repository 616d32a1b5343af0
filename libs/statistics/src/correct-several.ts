/**
 * P-values of several tests corrected for their number (Holm): with them, as with a single one, one in twenty is below 0.05 by
 * chance where nothing is.
 */
export function correctSeveral(pValues: readonly number[]): number[] {
  const fault = pValues.find((each) => !(each >= 0 && each <= 1));
  if (fault !== undefined) throw new RangeError(`a p-value of ${fault} is not between 0 and 1`);
  const order = pValues.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const corrected = pValues.map(() => 1);
  let before = 0;
  for (const [rank, { value, at }] of order.entries()) {
    before = Math.max(before, Math.min(1, value * (pValues.length - rank)));
    corrected[at] = before;
  }
  return corrected;
}
