import type { AttributeValue } from '@millrace/domain';
import type { FirstTokenRule } from './convention.ts';
import { plainText } from './plain-text.ts';

/** About 50 days; nobody waits longer for a token. */
const LONGEST_MS = 0xffff_ffff;

/** Milliseconds from the start of the span, or (`time`) nanoseconds since the epoch; undefined for what is neither. */
export function readFirstToken(
  value: AttributeValue,
  unit: FirstTokenRule['unit'],
): number | bigint | undefined {
  if (unit === 'time') {
    const ms = typeof value === 'string' ? Date.parse(plainText(value) ?? '') : Number.NaN;
    return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n;
  }
  const sent = typeof value === 'string' ? Number(plainText(value)) : value;
  const number = typeof sent === 'bigint' || typeof sent === 'number' ? Number(sent) : Number.NaN;
  const ms = unit === 's' ? number * 1000 : number;
  return ms >= 0 && ms <= LONGEST_MS ? ms : undefined;
}

/** Milliseconds until the first token came; undefined where it would have come before the span began. */
export function sinceStart(firstToken: number | bigint, startTimeUnixNano: bigint): number | undefined {
  if (typeof firstToken === 'number') return firstToken;
  const ms = Number(firstToken - startTimeUnixNano) / 1e6;
  // A time sent in milliseconds may be up to one before the start in nanoseconds.
  return ms > -1 && ms <= LONGEST_MS ? Math.max(0, ms) : undefined;
}
