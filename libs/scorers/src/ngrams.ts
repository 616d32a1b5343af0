/** How often each run of so many tokens comes. */
export function countNgrams(tokens: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + size <= tokens.length; start += 1) {
    const ngram = tokens.slice(start, start + size).join(' ');
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** How many are in both, each as often as in the one that has it less. */
export function overlap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [ngram, times] of one) shared += Math.min(times, other.get(ngram) ?? 0);
  return shared;
}
