/** What a load cost one part, measured over a while. */
export interface Point {
  readonly spansPerSecond: number;
  readonly spanBytes: number;
  /** Cores in use, by part. */
  readonly cores: Readonly<Record<string, number>>;
}

/** Cores a part needs: `idle`, and for each span `perSpan` core seconds and `perByte` more for each of its bytes. */
export interface Cost {
  readonly idle: number;
  readonly perSpan: number;
  readonly perByte: number;
}

export type CostModel = Readonly<Record<string, Cost>>;

/** Through three points: nothing, small spans and large ones. Throws when the spans are of one size. */
export function fitCosts(idle: Point, small: Point, large: Point): CostModel {
  if (small.spanBytes === large.spanBytes) throw new Error('spans of two sizes are needed');
  return Object.fromEntries(
    Object.keys(small.cores).map((part) => {
      const base = idle.cores[part] ?? 0;
      const each = (point: Point): number =>
        Math.max(0, (point.cores[part] ?? 0) - base) / point.spansPerSecond;
      const slope = (each(large) - each(small)) / (large.spanBytes - small.spanBytes);
      const perByte = Math.max(0, slope);
      return [part, { idle: base, perByte, perSpan: Math.max(0, each(small) - perByte * small.spanBytes) }];
    }),
  );
}

/** Cores by part. */
export function coresFor(
  model: CostModel,
  spansPerSecond: number,
  spanBytes: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(model).map(([part, { idle, perSpan, perByte }]) => [
      part,
      idle + spansPerSecond * (perSpan + perByte * spanBytes),
    ]),
  );
}

/** By how much a prediction is off, as a share of what was measured, for all parts together. */
export function errorOf(predicted: Readonly<Record<string, number>>, measured: Point): number {
  const sum = (cores: Readonly<Record<string, number>>): number =>
    Object.values(cores).reduce((total, value) => total + value, 0);
  return sum(predicted) / sum(measured.cores) - 1;
}
