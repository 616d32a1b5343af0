import { formatPercent } from '../../components/format.ts';

interface Score {
  readonly pass_rate?: number | undefined;
  readonly pass_rate_interval?: readonly number[] | undefined;
  readonly mean?: number | undefined;
}

const DIGITS = 3;

/** The figure that says most: the share that passes, else the mean; undefined where there is none, as of words. */
export function mainFigure({ pass_rate: rate, mean }: Score): string | undefined {
  if (rate !== undefined) return formatPercent(rate);
  return mean === undefined ? undefined : formatFigure(mean);
}

/** How sure the share is: `62 – 81 %`. */
export function intervalText({ pass_rate_interval: interval }: Score): string | undefined {
  const [low, high] = interval ?? [];
  if (low === undefined || high === undefined) return undefined;
  return `${Math.round(low * 100)} – ${Math.round(high * 100)} %`;
}

/** A number of unknown size, in three digits that matter. */
export function formatFigure(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(DIGITS)));
}

/** A verdict's value as people read it: words bare, everything else as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? formatFigure(value) : JSON.stringify(value);
}
