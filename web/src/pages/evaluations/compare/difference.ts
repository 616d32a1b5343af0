import type { Comparison } from '../../../api/evaluations.ts';
import { formatCost, formatCount, formatDuration, formatPercent } from '../../../components/format.ts';
import { formatFigure } from '../score-text.ts';

type Compared = Pick<Comparison['scorers'][number], 'kind' | 'name' | 'difference'>;

/** A figure in its unit: a share, milliseconds, dollars, or a plain number. */
export function figureText(
  { kind, name }: Pick<Compared, 'kind' | 'name'>,
  value: number | undefined,
): string {
  if (value === undefined) return '–';
  if (kind === 'pass_fail') return formatPercent(value);
  if (name === 'latency_ms') return formatDuration(value);
  if (name === 'cost_usd') return formatCost(value);
  return name === 'tokens' ? formatCount(value) : formatFigure(value);
}

/** `+4.2 % (−1 % to +9.4 %)`. */
export function differenceText(compared: Compared): string {
  const { difference } = compared;
  if (difference === undefined) return '–';
  const [estimate, low, high] = [difference.estimate, difference.low, difference.high].map((value) =>
    signed(compared, value),
  );
  return low === high ? String(estimate) : `${estimate} (${low} to ${high})`;
}

/** Whether a scorer's difference can be believed, and which way it goes by the examples that changed. */
export function verdictOf({
  is_significant: isSignificant,
  regressions,
  improvements,
  changed,
}: Pick<Comparison['scorers'][number], 'is_significant' | 'regressions' | 'improvements' | 'changed'>):
  'better' | 'worse' | 'unclear' | 'same' {
  if (changed === 0) return 'same';
  if (!isSignificant || regressions === improvements) return 'unclear';
  return improvements > regressions ? 'better' : 'worse';
}

function signed(compared: Compared, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return `${sign}${figureText(compared, Math.abs(value))}`;
}
