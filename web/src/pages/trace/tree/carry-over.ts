/** Positions of an outline as they are in the one that came after it, by the ids of their spans. */
export function carryOver(
  positions: ReadonlySet<number>,
  before: readonly string[],
  after: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  if (positions.size === 0) return positions;
  return new Set([...positions].flatMap((position) => after.get(before[position] ?? '') ?? []));
}
