const NANOS_PER_MS = 1_000_000n;
const NANOS_PER_SECOND = 1_000_000_000n;
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;

/** RFC 3339 in UTC to the millisecond, with 0 or 3 digits, as protobuf writes a Timestamp. */
export function formatTimestamp(unixNano: bigint): string {
  const text = new Date(Number(unixNano / NANOS_PER_MS)).toISOString();
  return text.replace('.000Z', 'Z');
}

/** Seconds to the millisecond, with 0 or 3 digits, as protobuf writes a Duration. */
export function formatDuration(nanos: bigint): string {
  const milliseconds = nanos / NANOS_PER_MS;
  const rest = milliseconds % 1000n;
  const seconds = milliseconds / 1000n;
  return rest === 0n ? `${seconds}s` : `${seconds}.${String(rest).padStart(3, '0')}s`;
}

/** Undefined for a text that is no Duration. */
export function parseDuration(text: string): bigint | undefined {
  const [, sign, seconds, fraction = ''] = DURATION.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const nanos = BigInt(seconds) * NANOS_PER_SECOND + BigInt(fraction.padEnd(9, '0'));
  return sign === '-' ? -nanos : nanos;
}
