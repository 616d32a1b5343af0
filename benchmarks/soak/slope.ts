export interface Sample {
  readonly seconds: number;
  readonly value: number;
}

/** By how much a line through the samples rises in an hour. */
export function risePerHour(samples: readonly Sample[]): number {
  const mean = (pick: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / samples.length;
  const [time, level] = [mean(({ seconds }) => seconds), mean(({ value }) => value)];
  const spread = samples.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0);
  if (spread === 0) return 0;
  const shared = samples.reduce((sum, { seconds, value }) => sum + (seconds - time) * (value - level), 0);
  return (shared / spread) * 3600;
}

/** What is left once caches have filled and compilers are done. */
export function afterWarmUp(samples: readonly Sample[]): readonly Sample[] {
  return samples.slice(Math.floor(samples.length / 3));
}
