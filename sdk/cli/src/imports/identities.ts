import { createHash } from 'node:crypto';

const SPAN_ID = /^[0-9a-f]{16}$/i;
const TRACE_ID = /^[0-9a-f]{32}$/i;

/** As OpenTelemetry has it; one of another form becomes always the same. */
export function traceIdOf(source: string, id: string): string {
  const bare = id.replaceAll('-', '');
  return TRACE_ID.test(bare) ? bare.toLowerCase() : digest([source, 'trace', id], 32);
}

/** Of a span within its trace. */
export function spanIdOf(source: string, traceId: string, id: string): string {
  return SPAN_ID.test(id) ? id.toLowerCase() : digest([source, 'span', traceId, id], 16);
}

/** Of what is said about a trace: told again it is the same. */
export function assessmentIdOf(source: string, id: string): string {
  return `a-${digest([source, 'assessment', id], 32)}`;
}

function digest(parts: readonly string[], length: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
}

/** Nanoseconds since the epoch, of RFC 3339; what it says below milliseconds is kept. */
export function unixNanoOf(time: string): string {
  const [, fraction = ''] = /\.(\d+)/.exec(time) ?? [];
  const seconds = Math.floor(Date.parse(time) / 1000);
  return `${seconds}${fraction.padEnd(9, '0').slice(0, 9)}`;
}
