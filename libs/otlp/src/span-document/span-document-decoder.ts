import { Rejected, type AttributeMap, type OtlpSpan, type SpanEvent, type SpanLink } from '@millrace/domain';
import { field, listOf, objectAt, textOf, wrong, type JsonObject } from '../json/json-fields.ts';
import { ListSplitter } from './list-splitter.ts';
import { heldValue, parseExact, toAttributeMap } from './parse-exact.ts';

const STATUSES = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'];
const HEX = /^(?:tr-|0x)?([0-9a-f]+)$/i;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const HIGHEST_NANOS = 2n ** 64n - 1n;
const ORIGIN = { resource: new Map(), scopeName: '', scopeVersion: '' } as const;

/** What a piece of a document brought. */
export interface DecodedSpans {
  readonly spans: readonly OtlpSpan[];
  /** Why others of its spans are none. */
  readonly faults: readonly string[];
}

/**
 * Spans of the document that MLflow's clients keep of a trace, `{"spans":[…]}`, as those clients send them by OTLP. All are of the one
 * trace. Takes the document as it comes, and keeps no more of it than a span.
 */
export class SpanDocumentDecoder {
  private readonly splitter;
  private seen = 0;

  constructor(
    private readonly traceId: string,
    maxSpanBytes: number,
  ) {
    this.splitter = new ListSplitter('spans', maxSpanBytes);
  }

  /** Throws Rejected for a span that is too large. */
  push(chunk: Uint8Array): DecodedSpans {
    const spans: OtlpSpan[] = [];
    const faults: string[] = [];
    for (const item of this.splitter.push(chunk)) {
      try {
        spans.push(spanOf(parse(item), `spans[${this.seen}]`, this.traceId));
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        faults.push(error.message);
      }
      this.seen += 1;
    }
    return { spans, faults };
  }

  /** Throws Rejected for a document that was cut off, or held no list of spans. */
  finish(): void {
    this.splitter.finish();
    if (this.seen === 0) throw new Rejected('the document has no spans');
  }
}

function parse(item: Uint8Array): JsonObject {
  try {
    return parseExact(new TextDecoder().decode(item)) as JsonObject;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejected(`a span is not JSON: ${reason}`, 'invalid', { cause: error });
  }
}

function spanOf(span: JsonObject, path: string, traceId: string): OtlpSpan {
  const status = objectAt(field(span, 'status'), `${path}.status`);
  const code = STATUSES.indexOf(textOf(status, 'code', `${path}.status`));
  const parent = textOf(span, 'parentSpanId', path);
  return {
    traceId,
    spanId: idOf(span, 'spanId', path, 8),
    parentSpanId: parent === '' ? undefined : idOf(span, 'parentSpanId', path, 8),
    name: textOf(span, 'name', path),
    kind: 0,
    startTimeUnixNano: nanosOf(span, 'startTimeUnixNano', path),
    endTimeUnixNano: nanosOf(span, 'endTimeUnixNano', path),
    statusCode: Math.max(0, code) as OtlpSpan['statusCode'],
    statusMessage: textOf(status, 'message', `${path}.status`),
    traceState: textOf(span, 'traceState', path),
    attributes: attributesOf(span, path),
    events: listOf(span, 'events', path, eventOf),
    links: listOf(span, 'links', path, linkOf),
    origin: ORIGIN,
  };
}

/** Each value is a text of JSON. */
function attributesOf(span: JsonObject, path: string): AttributeMap {
  const attributes = objectAt(field(span, 'attributes'), `${path}.attributes`);
  const values = toAttributeMap(attributes);
  return new Map(
    [...values].map(([key, value]) => [key, typeof value === 'string' ? heldValue(value) : value]),
  );
}

function eventOf(event: JsonObject, path: string): SpanEvent {
  return {
    timeUnixNano: nanosOf(event, 'timeUnixNano', path),
    name: textOf(event, 'name', path),
    attributes: toAttributeMap(objectAt(field(event, 'attributes'), `${path}.attributes`)),
  };
}

function linkOf(link: JsonObject, path: string): SpanLink {
  return {
    traceId: idOf(link, 'traceId', path, 16),
    spanId: idOf(link, 'spanId', path, 8),
    attributes: toAttributeMap(objectAt(field(link, 'attributes'), `${path}.attributes`)),
  };
}

/** Base64, or hex in links and in documents of other writers. */
function idOf(object: JsonObject, name: string, path: string, bytes: number): string {
  const text = textOf(object, name, path);
  const [, hex] = HEX.exec(text) ?? [];
  if (hex?.length === 2 * bytes) return hex.toLowerCase();
  const id = BASE64.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return id.length === bytes
    ? id.toString('hex')
    : wrong(`${path}.${name}`, `an id of ${bytes} bytes in base64`);
}

/** Zero where there is none: a span that has not ended. */
function nanosOf(object: JsonObject, name: string, path: string): bigint {
  const value = field(object, name) ?? 0n;
  const nanos = typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : value;
  if (typeof nanos === 'bigint' && nanos >= 0n && nanos <= HIGHEST_NANOS) return nanos;
  return wrong(`${path}.${name}`, 'nanoseconds since the epoch');
}
