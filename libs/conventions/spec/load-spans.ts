import type { AttributeMap, AttributeValue, OtlpSpan, SpanOrigin, StatusCode } from '@millrace/domain';
import { readFileSync } from 'node:fs';

/** The fields of OTLP/JSON that fixtures use. */
interface JsonValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly intValue?: string;
  readonly doubleValue?: number | string;
  readonly bytesValue?: string;
  readonly arrayValue?: { readonly values?: readonly JsonValue[] };
  readonly kvlistValue?: { readonly values?: readonly JsonAttribute[] };
}
interface JsonAttribute {
  readonly key: string;
  readonly value?: JsonValue;
}
interface JsonSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind?: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status?: { readonly code?: StatusCode; readonly message?: string };
  readonly attributes?: readonly JsonAttribute[];
  readonly events?: readonly {
    readonly timeUnixNano: string;
    readonly name: string;
    readonly attributes?: readonly JsonAttribute[];
  }[];
}
interface JsonTraces {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes?: readonly JsonAttribute[] };
    readonly scopeSpans: readonly {
      readonly scope: { readonly name?: string; readonly version?: string };
      readonly spans: readonly JsonSpan[];
    }[];
  }[];
}

/** The spans of an OTLP/JSON file, in the order of the file. */
export function loadSpans(file: string): OtlpSpan[] {
  const traces = JSON.parse(readFileSync(file, 'utf8')) as JsonTraces;
  return traces.resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ scope, spans }) => {
      const origin = {
        resource: toMap(resource.attributes),
        scopeName: scope.name ?? '',
        scopeVersion: scope.version ?? '',
      };
      return spans.map((span) => toSpan(span, origin));
    }),
  );
}

function toSpan(span: JsonSpan, origin: SpanOrigin): OtlpSpan {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    name: span.name,
    kind: span.kind ?? 0,
    startTimeUnixNano: BigInt(span.startTimeUnixNano),
    endTimeUnixNano: BigInt(span.endTimeUnixNano),
    statusCode: span.status?.code ?? 0,
    statusMessage: span.status?.message ?? '',
    traceState: '',
    attributes: toMap(span.attributes),
    events: (span.events ?? []).map((event) => ({
      timeUnixNano: BigInt(event.timeUnixNano),
      name: event.name,
      attributes: toMap(event.attributes),
    })),
    links: [],
    origin,
  };
}

function toMap(attributes: readonly JsonAttribute[] = []): AttributeMap {
  return new Map(attributes.map(({ key, value }) => [key, toValue(value)]));
}

function toValue(value: JsonValue = {}): AttributeValue {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.boolValue !== undefined) return value.boolValue;
  if (value.intValue !== undefined) return BigInt(value.intValue);
  if (value.doubleValue !== undefined) return Number(value.doubleValue);
  if (value.bytesValue !== undefined) return new Uint8Array(Buffer.from(value.bytesValue, 'base64'));
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(toValue);
  return value.kvlistValue ? toMap(value.kvlistValue.values) : null;
}
