import {
  attributeJson,
  type AttributeMap,
  type AttributeValue,
  type SpanEvent,
  type SpanLink,
} from '@millrace/domain';
import type { StoredSpan } from '@millrace/ports';
import { toMlflowTraceId } from '../../traces/trace-id.ts';
import { heldJson } from '../any-value-json.ts';
import { base64, mlflowAttributes, STATUS_CODES } from '../span-json.ts';

/**
 * Spans as the document that MLflow keeps of a trace (mlflow/WIRE.md 6.5b): attributes are texts of JSON, those of events JSON.
 * Text and not an object, since nanoseconds exceed a JS number.
 */
export function spanDocument(spans: readonly StoredSpan[]): string {
  return `{"spans":[${spans.map(spanText).join(',')}]}`;
}

function spanText(stored: StoredSpan): string {
  const { span } = stored;
  const parent = span.parentSpanId === undefined ? null : base64(span.parentSpanId);
  const status = { code: STATUS_CODES[span.statusCode], message: span.statusMessage };
  return (
    `{"trace_id":"${base64(span.traceId)}","span_id":"${base64(span.spanId)}","parent_span_id":${JSON.stringify(parent)},` +
    `"name":${JSON.stringify(span.name)},` +
    `"start_time_unix_nano":${span.startTimeUnixNano},"end_time_unix_nano":${span.endTimeUnixNano},` +
    `"events":[${span.events.map(eventText).join(',')}],"status":${JSON.stringify(status)},` +
    `"attributes":${objectText(mlflowAttributes(stored), (value) => JSON.stringify(valueText(value)))},` +
    `"links":[${span.links.map(linkText).join(',')}]}`
  );
}

/** A text that holds JSON already is that JSON. */
function valueText(value: AttributeValue): string {
  return typeof value === 'string' && heldJson(value) !== undefined ? value : attributeJson(value);
}

function eventText({ name, timeUnixNano, attributes }: SpanEvent): string {
  return `{"name":${JSON.stringify(name)},"time_unix_nano":${timeUnixNano},"attributes":${objectText(attributes, attributeJson)}}`;
}

function linkText({ traceId, spanId, attributes }: SpanLink): string {
  return `{"trace_id":"${toMlflowTraceId(traceId)}","span_id":"${spanId}","attributes":${objectText(attributes, attributeJson)}}`;
}

function objectText(attributes: AttributeMap, text: (value: AttributeValue) => string): string {
  return `{${[...attributes].map(([key, value]) => `${JSON.stringify(key)}:${text(value)}`).join(',')}}`;
}
