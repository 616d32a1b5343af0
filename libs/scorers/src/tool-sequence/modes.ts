/** Whether what was called is what was expected: `isMatch` tells of the expected call of an index. */
type Rule = <Call>(
  expected: number,
  called: readonly Call[],
  isMatch: (index: number, call: Call) => boolean,
) => boolean;

const inOrder: Rule = (expected, called, isMatch) => {
  let next = 0;
  for (const call of called) if (next < expected && isMatch(next, call)) next += 1;
  return next === expected;
};

/** An assignment of each expected call to a call of its own: by augmenting paths, for one call may match several. */
const subset: Rule = (expected, called, isMatch) => {
  const takenBy = new Map<number, number>();
  const assign = (index: number, seen: Set<number>): boolean =>
    called.some((call, at) => {
      if (seen.has(at) || !isMatch(index, call)) return false;
      seen.add(at);
      const owner = takenBy.get(at);
      if (owner !== undefined && !assign(owner, seen)) return false;
      takenBy.set(at, index);
      return true;
    });
  return Array.from({ length: expected }, (_, index) => index).every((index) => assign(index, new Set()));
};

export const MODES: Readonly<
  Record<'exact' | 'in_order' | 'any_order' | 'subset', { readonly holds: Rule; readonly asks: string }>
> = {
  exact: {
    holds: (expected, called, isMatch) =>
      called.length === expected && called.every((call, index) => isMatch(index, call)),
    asks: 'in this order and nothing else',
  },
  in_order: { holds: inOrder, asks: 'in this order' },
  any_order: {
    holds: (expected, called, isMatch) => called.length === expected && subset(expected, called, isMatch),
    asks: 'in any order and nothing else',
  },
  subset: { holds: subset, asks: 'among others' },
};
