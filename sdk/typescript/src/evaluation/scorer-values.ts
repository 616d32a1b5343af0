import type { Json, ScorerSummary, ScorerVerdict } from './evaluation.ts';

const PASSING = new Set(['yes', 'true', 'pass', 'passed']);
const FAILING = new Set(['no', 'false', 'fail', 'failed']);

/** By scorer, over all rows. */
export function summarize(
  rows: readonly { readonly verdicts: readonly ScorerVerdict[] }[],
): Record<string, ScorerSummary> {
  const byName = new Map<string, ScorerVerdict[]>();
  for (const verdict of rows.flatMap(({ verdicts }) => verdicts))
    byName.set(verdict.name, [...(byName.get(verdict.name) ?? []), verdict]);
  return Object.fromEntries([...byName].map(([name, verdicts]) => [name, summaryOf(verdicts)]));
}

function summaryOf(verdicts: readonly ScorerVerdict[]): ScorerSummary {
  const failed = verdicts.filter(({ error }) => error !== undefined).length;
  const numbers = verdicts.flatMap(({ value }) => (value === undefined ? [] : (toNumber(value) ?? [])));
  const scored = verdicts.length - failed;
  if (numbers.length === 0) return { scored, failed };
  return { scored, failed, mean: numbers.reduce((sum, each) => sum + each, 0) / numbers.length };
}

/** A number itself, a pass 1, a failure 0; undefined for a word. */
function toNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (PASSING.has(word)) return 1;
  return FAILING.has(word) ? 0 : undefined;
}
