import { checkConfidence } from './check-numbers.ts';
import { normalReach } from './distributions.ts';

/** How far two that label the same things agree. */
export interface Agreement {
  readonly pairs: number;
  /** In order of the alphabet. */
  readonly labels: readonly string[];
  /** Rows: what the first one said; columns: the second. In the order of the labels. */
  readonly confusion: readonly (readonly number[])[];
  /** Share of pairs with one label. */
  readonly agreed: number;
  /**
   * Cohen's kappa, 1 for agreement and 0 for what chance would give. Undefined where both said one and the same label only, for
   * chance agrees as well.
   */
  readonly kappa: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Undefined of nothing. */
export function measureAgreement(
  pairs: readonly (readonly [first: string, second: string])[],
  confidence = 0.95,
): Agreement | undefined {
  checkConfidence(confidence);
  if (pairs.length === 0) return undefined;
  const labels = [...new Set(pairs.flat())].sort();
  const places = new Map(labels.map((label, at) => [label, at]));
  const confusion = labels.map(() => labels.map(() => 0));
  for (const [first, second] of pairs) {
    const row = confusion[places.get(first) ?? -1];
    const column = places.get(second) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const agreed = pairs.filter(([first, second]) => first === second).length / pairs.length;
  return { pairs: pairs.length, labels, confusion, agreed, ...kappaOf(confusion, confidence) };
}

/** With the asymptotic interval of Fleiss, Cohen and Everitt. */
function kappaOf(
  confusion: readonly (readonly number[])[],
  confidence: number,
): Pick<Agreement, 'kappa' | 'low' | 'high'> {
  const total = confusion.flat().reduce((sum, count) => sum + count, 0);
  const shares = confusion.map((row) => row.map((count) => count / total));
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = shares.map((_, at) => shares.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const agreed = shares.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const chance = rows.reduce((sum, share, at) => sum + share * (columns[at] ?? 0), 0);
  if (chance >= 1) return { kappa: undefined, low: undefined, high: undefined };
  const kappa = (agreed - chance) / (1 - chance);
  let spread = -((kappa - chance * (1 - kappa)) ** 2);
  for (const [at, row] of shares.entries()) {
    for (const [to, share] of row.entries()) {
      const sum = (columns[at] ?? 0) + (rows[to] ?? 0);
      const own = at === to ? 1 - ((rows[at] ?? 0) + (columns[at] ?? 0)) * (1 - kappa) : 0;
      spread += share * (at === to ? own ** 2 : (sum * (1 - kappa)) ** 2);
    }
  }
  const half = normalReach(confidence) * (Math.sqrt(Math.max(0, spread) / total) / (1 - chance));
  return { kappa, low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
}
