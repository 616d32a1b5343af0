import jstat from 'jstat';

const { normal, studentt, gammaln } = jstat.jStat;

/** Share of a standard normal distribution below x. */
export function normalBelow(x: number): number {
  return normal.cdf(x, 0, 1);
}

/** How many deviations around the mean hold this share of a normal distribution. */
export function normalReach(confidence: number): number {
  return normal.inv((1 + confidence) / 2, 0, 1);
}

/** The same of Student's distribution. */
export function studentReach(confidence: number, freedom: number): number {
  return studentt.inv((1 + confidence) / 2, freedom);
}

/** Probability of at most so many heads in so many throws of a fair coin. */
export function fairCoinBelow(heads: number, throws: number): number {
  let sum = 0;
  for (let each = 0; each <= heads; each += 1) {
    const ways = gammaln(throws + 1) - gammaln(each + 1) - gammaln(throws - each + 1);
    sum += Math.exp(ways - throws * Math.LN2);
  }
  return Math.min(1, sum);
}
