import { Rejected } from '@millrace/domain';

const TRACE_ID = /^(?:tr-)?([0-9a-f]{32})$/i;
const SPAN_ID = /^[0-9a-f]{16}$/i;

/** 32 lower-case hex digits of an id written with or without MLflow's `tr-`; undefined for anything else. */
export function parseTraceId(text: string): string | undefined {
  return TRACE_ID.exec(text)?.[1]?.toLowerCase();
}

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
