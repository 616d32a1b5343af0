import type { OtlpSpan } from './otlp-span.ts';

const NANOS_PER_MS = 1_000_000n;
const DAY_NS = 86_400_000n * NANOS_PER_MS;
/** Nothing was traced before OpenTelemetry's ancestors existed; an earlier start is a broken clock or an unset field. */
const EARLIEST_NS = BigInt(Date.UTC(2000, 0, 1)) * NANOS_PER_MS;
const LONGEST_NS = 366n * DAY_NS;

/**
 * Replaces times that can't be true (start before 2000 or more than a day after receipt, end before start, longer than a year),
 * so that they neither hide a span from every time window nor scatter partitions. Says what it replaced in `faults`.
 */
export function clampTimes(
  span: OtlpSpan,
  receivedAt: number,
): { readonly span: OtlpSpan; readonly faults: readonly string[] } {
  const received = BigInt(receivedAt) * NANOS_PER_MS;
  const { startTimeUnixNano, endTimeUnixNano } = span;
  const isStartAbsurd = startTimeUnixNano < EARLIEST_NS || startTimeUnixNano > received + DAY_NS;
  const duration = endTimeUnixNano - startTimeUnixNano;
  const isDurationAbsurd = duration < 0n || duration > LONGEST_NS;
  if (!isStartAbsurd && !isDurationAbsurd) return { span, faults: [] };
  const faults: string[] = [];
  if (isStartAbsurd) faults.push(`start_time_unix_nano ${startTimeUnixNano} replaced by the time of receipt`);
  if (isDurationAbsurd) faults.push(`end_time_unix_nano ${endTimeUnixNano} replaced by the start`);
  const start = isStartAbsurd ? received : startTimeUnixNano;
  const end = isDurationAbsurd ? start : start + duration;
  return { span: { ...span, startTimeUnixNano: start, endTimeUnixNano: end }, faults };
}
