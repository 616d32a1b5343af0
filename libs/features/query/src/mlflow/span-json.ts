import {
  toMlflowCost,
  toMlflowTokenUsage,
  totalTokens,
  type AttributeMap,
  type AttributeValue,
  type SpanEvent,
  type SpanLink,
  type SpanMeaning,
  type SpanPayload,
  type TokenUsage,
} from '@millrace/domain';
import type { StoredSpan } from '@millrace/ports';
import { toMlflowTraceId } from '../traces/trace-id.ts';
import { attributesJson } from './any-value-json.ts';
import { vercelPayload } from './vercel-payload.ts';

export const STATUS_CODES = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'] as const;
const UNKNOWN = 'UNKNOWN';

/**
 * A span as JSON text in MLflow's protobuf spelling (mlflow/WIRE.md 6.5a). Text and not an object, since nanoseconds exceed a
 * JS number. `stored` holds all its values; what its convention means is added in MLflow's words.
 */
export function spanJson(stored: StoredSpan): string {
  const { span } = stored;
  const status =
    span.statusCode === 0
      ? {}
      : {
          code: STATUS_CODES[span.statusCode],
          ...(span.statusMessage !== '' && { message: span.statusMessage }),
        };
  const parent = span.parentSpanId === undefined ? '' : `,"parent_span_id":"${base64(span.parentSpanId)}"`;
  return (
    `{"trace_id":"${base64(span.traceId)}","span_id":"${base64(span.spanId)}"${parent},` +
    `"name":${JSON.stringify(span.name)},` +
    `"start_time_unix_nano":${span.startTimeUnixNano},"end_time_unix_nano":${span.endTimeUnixNano},` +
    `"attributes":${attributesJson(mlflowAttributes(stored))}` +
    listField('events', span.events.map(eventJson)) +
    listField('links', span.links.map(linkJson)) +
    `,"status":${JSON.stringify(status)}}`
  );
}

/** The attributes as sent, then those of MLflow that the span lacks; the trace id is never the client's. */
export function mlflowAttributes({ span, meaning }: StoredSpan): AttributeMap {
  const attributes = new Map(span.attributes);
  for (const [key, value] of translated(meaning, span.attributes)) {
    const present = attributes.get(key);
    const isUnknownType = key === 'mlflow.spanType' && present === UNKNOWN;
    if (present === undefined || isUnknownType) attributes.set(key, value);
  }
  return attributes.set('mlflow.traceRequestId', toMlflowTraceId(span.traceId));
}

function* translated(meaning: SpanMeaning, attributes: AttributeMap): Generator<[string, AttributeValue]> {
  if (meaning.type !== UNKNOWN) yield ['mlflow.spanType', meaning.type];
  const inputs = vercelPayload(attributes, 'inputs') ?? payloadValue(meaning.inputs, attributes);
  if (inputs !== undefined) yield ['mlflow.spanInputs', inputs];
  const outputs = vercelPayload(attributes, 'outputs') ?? payloadValue(meaning.outputs, attributes);
  if (outputs !== undefined) yield ['mlflow.spanOutputs', outputs];
  if (meaning.tokens) yield ['mlflow.chat.tokenUsage', tokenUsage(meaning.tokens)];
  if (meaning.cost) yield ['mlflow.llm.cost', toMlflowCost(meaning.cost)];
  if (meaning.model !== undefined) yield ['mlflow.llm.model', meaning.model];
  if (meaning.provider !== undefined) yield ['mlflow.llm.provider', meaning.provider];
  if (meaning.messageFormat !== undefined) yield ['mlflow.message.format', meaning.messageFormat];
}

/** The attribute itself where one holds the payload: its text in `meaning` may be cut. */
function payloadValue(
  payload: SpanPayload | undefined,
  attributes: AttributeMap,
): AttributeValue | undefined {
  const whole = payload?.attribute === undefined ? undefined : attributes.get(payload.attribute);
  return whole ?? payload?.text;
}

/** JSON text, which is written as what it holds. */
function tokenUsage(usage: TokenUsage): string {
  return toMlflowTokenUsage({
    input: usage.input ?? 0,
    cacheRead: usage.cacheRead ?? 0,
    cacheWrite: usage.cacheWrite ?? 0,
    output: usage.output ?? 0,
    reasoning: usage.reasoning ?? 0,
    inputAudio: usage.inputAudio ?? 0,
    outputAudio: usage.outputAudio ?? 0,
    total: totalTokens(usage),
  });
}

function eventJson(event: SpanEvent): string {
  const attributes = event.attributes.size === 0 ? '' : `,"attributes":${attributesJson(event.attributes)}`;
  return `{"time_unix_nano":${event.timeUnixNano},"name":${JSON.stringify(event.name)}${attributes}}`;
}

function linkJson(link: SpanLink): string {
  const attributes = link.attributes.size === 0 ? '' : `,"attributes":${attributesJson(link.attributes)}`;
  return `{"trace_id":"${base64(link.traceId)}","span_id":"${base64(link.spanId)}"${attributes}}`;
}

function listField(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `,"${name}":[${items.join(',')}]`;
}

export function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}
