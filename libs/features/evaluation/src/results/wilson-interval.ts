/** Of the normal distribution: 95 % of it lie within so many standard deviations of its mean. */
const Z = 1.959963984540054;

/** Wilson's 95 % interval of a share; right for few cases and for shares of 0 and 1 too. Undefined without cases. */
export function wilsonInterval(successes: number, cases: number): readonly [number, number] | undefined {
  if (cases === 0) return undefined;
  const share = successes / cases;
  const scale = 1 + (Z * Z) / cases;
  const center = (share + (Z * Z) / (2 * cases)) / scale;
  const reach = (Z * Math.sqrt((share * (1 - share)) / cases + (Z * Z) / (4 * cases * cases))) / scale;
  return [Math.max(0, center - reach), Math.min(1, center + reach)];
}
