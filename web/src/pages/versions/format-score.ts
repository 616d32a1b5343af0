import { formatCount, formatPercent } from '../../components/format.ts';
import type { ModelScore } from './model-traffic.ts';

/** The share that passed, else the mean, else how many there are. */
export function formatScore({ passRate, mean, count }: ModelScore): string {
  if (passRate !== undefined) return formatPercent(passRate);
  return mean === undefined ? `× ${count}` : formatCount(mean);
}
