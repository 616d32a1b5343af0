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

/**
 * The least of every stretch of time. Merges and garbage collections take memory in waves and give it back; what leaks is what
 * the troughs between the waves keep.
 */
export function troughs(samples: readonly Sample[], stretchSeconds: number): readonly Sample[] {
  const least = new Map<number, Sample>();
  for (const sample of samples) {
    const stretch = Math.floor(sample.seconds / stretchSeconds);
    const known = least.get(stretch);
    if (!known || sample.value < known.value) least.set(stretch, sample);
  }
  return [...least.values()];
}
