import { parseTraceId, Rejected } from '@millrace/domain';

export { parseTraceId };

const SPAN_ID = /^[0-9a-f]{16}$/i;

/** Throws Rejected where `parseTraceId` finds none. */
export function requireTraceId(text: string): string {
  const traceId = parseTraceId(text);
  if (traceId === undefined) {
    throw new Rejected(
      `'${text}' is not a trace id: expected 32 hex digits, with or without 'tr-' before them.`,
    );
  }
  return traceId;
}

/** Throws Rejected for anything but 16 hex digits. */
export function requireSpanId(text: string): string {
  if (SPAN_ID.test(text)) return text.toLowerCase();
  throw new Rejected(`'${text}' is not a span id: expected 16 hex digits.`);
}

/** As MLflow spells the id of a trace. */
export function toMlflowTraceId(traceId: string): string {
  return `tr-${traceId}`;
}
