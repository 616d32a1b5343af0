import { attribute, field, fixed64, text, varint } from './wire.ts';
import { randomSource, sentences } from './words.ts';

export interface TracesShape {
  readonly tracesPerRequest: number;
  readonly spansPerTrace: number;
  /** Encoded size of one span, about; bytes. */
  readonly spanBytes: number;
}

/** A whole request, encoded once; only ids and times are patched before it is sent again. */
export interface RequestTemplate {
  readonly body: Buffer;
  readonly spans: readonly SpanSlots[];
}

interface SpanSlots {
  readonly trace: number;
  readonly index: number;
  readonly parent: number;
  readonly traceId: number;
  readonly spanId: number;
  readonly parentId: number | undefined;
  readonly start: number;
  readonly end: number;
}

const MODELS = ['gpt-4o-mini', 'gpt-4o', 'claude-sonnet-4-5', 'gemini-2.5-flash'];
/** Between the starts of two spans of a trace, and how long each lasts; nanoseconds. */
const STEP_NS = 1_000_000n;
const LENGTH_NS = 40_000_000n;
/** Protobuf bytes before the ids: tag and length of trace_id. */
const ID_HEAD = 2;

export function makeTemplate(shape: TracesShape, seed: number): RequestTemplate {
  const random = randomSource(seed);
  const scope = field(1, Buffer.concat([text(1, 'bench.genai'), text(2, '0.1')]));
  const pieces: Buffer[] = [scope];
  let at = scope.length;
  const slots: SpanSlots[] = [];
  for (let trace = 0; trace < shape.tracesPerRequest; trace += 1) {
    for (let index = 0; index < shape.spansPerTrace; index += 1) {
      const parent = index === 0 ? -1 : Math.floor((index - 1) / 3);
      const span = encodeSpan(random, index, shape.spanBytes);
      const framed = field(2, span);
      const begin = at + framed.length - span.length;
      slots.push({ trace, index, parent, ...slotsFrom(begin, index > 0) });
      pieces.push(framed);
      at += framed.length;
    }
  }
  const scopeSpans = Buffer.concat(pieces);
  const resource = field(
    1,
    Buffer.concat(
      [
        ['service.name', 'bench-agent'],
        ['service.version', '1.2.3'],
        ['telemetry.sdk.language', 'python'],
      ].map(([k = '', v = '']) => field(1, attribute(k, v))),
    ),
  );
  const head = Buffer.concat([resource, varint(2 * 8 + 2), varint(scopeSpans.length)]);
  const resourceSpans = Buffer.concat([head, scopeSpans]);
  const prefix = Buffer.concat([varint(1 * 8 + 2), varint(resourceSpans.length)]);
  const shift = prefix.length + head.length;
  return { body: Buffer.concat([prefix, resourceSpans]), spans: slots.map((slot) => shifted(slot, shift)) };
}

/** Writes fresh ids and times into the body. Trace ids are (run, request, trace): never the same twice. */
export function patch(
  template: RequestTemplate,
  ids: { readonly run: number; readonly request: number },
  startNs: bigint,
): void {
  const { body } = template;
  for (const slot of template.spans) {
    body.writeUInt32BE(ids.run, slot.traceId);
    body.writeUInt32BE(hash32(ids.request * 4096 + slot.trace), slot.traceId + 4);
    body.writeUInt32BE(ids.request, slot.traceId + 8);
    body.writeUInt32BE(slot.trace, slot.traceId + 12);
    writeSpanId(body, slot.spanId, ids.request, slot.trace * 4096 + slot.index);
    if (slot.parentId !== undefined)
      writeSpanId(body, slot.parentId, ids.request, slot.trace * 4096 + slot.parent);
    const start = startNs + BigInt(slot.index) * STEP_NS;
    body.writeBigUInt64LE(start, slot.start);
    body.writeBigUInt64LE(start + LENGTH_NS, slot.end);
  }
}

function writeSpanId(body: Buffer, at: number, request: number, span: number): void {
  body.writeUInt32BE(hash32(request), at);
  body.writeUInt32BE(span + 1, at + 4);
}

function hash32(value: number): number {
  return Math.imul(value ^ (value >>> 15), 0x9e3779b1) >>> 0;
}

function slotsFrom(begin: number, hasParent: boolean) {
  const traceId = begin + ID_HEAD;
  const spanId = traceId + 16 + ID_HEAD;
  const parentId = hasParent ? spanId + 8 + ID_HEAD : undefined;
  const start = (parentId ?? spanId) + 8 + 1;
  return { traceId, spanId, parentId, start, end: start + 8 + 1 };
}

function shifted(slot: SpanSlots, by: number): SpanSlots {
  const { traceId, spanId, parentId, start, end } = slot;
  return {
    ...slot,
    traceId: traceId + by,
    spanId: spanId + by,
    parentId: parentId === undefined ? undefined : parentId + by,
    start: start + by,
    end: end + by,
  };
}

function encodeSpan(random: () => number, index: number, size: number): Buffer {
  const ids = [
    field(1, Buffer.alloc(16)),
    field(2, Buffer.alloc(8)),
    ...(index > 0 ? [field(4, Buffer.alloc(8))] : []),
  ];
  const input = 50 + Math.floor(random() * 400);
  const attributes = [
    attribute('gen_ai.operation.name', index === 0 ? 'invoke_agent' : 'chat'),
    attribute('gen_ai.provider.name', 'openai'),
    attribute('gen_ai.request.model', MODELS[Math.floor(random() * MODELS.length)] ?? ''),
    attribute('app.shard', `shard-${String(Math.floor(random() * 5000)).padStart(4, '0')}`),
    ...(index === 0
      ? []
      : [
          attribute('gen_ai.usage.input_tokens', input),
          attribute('gen_ai.usage.output_tokens', 20 + Math.floor(random() * 100)),
        ]),
  ];
  const fixed = [
    ...ids,
    fixed64(7),
    fixed64(8),
    text(5, index === 0 ? 'invoke_agent bench' : `chat step ${index % 7}`),
    Buffer.from([6 * 8, 1]),
    ...attributes.map((a) => field(9, a)),
  ];
  const room = Math.max(40, size - fixed.reduce((sum, piece) => sum + piece.length, 0) - 150);
  const message = (role: string, length: number): string =>
    JSON.stringify([{ role, parts: [{ type: 'text', content: sentences(random, length) }] }]);
  const payload = [
    attribute('gen_ai.input.messages', message('user', Math.floor(room * 0.6))),
    attribute('gen_ai.output.messages', message('assistant', Math.floor(room * 0.4))),
  ];
  const status =
    random() < 0.02
      ? field(15, Buffer.concat([text(2, 'timeout'), Buffer.from([3 * 8, 2])]))
      : Buffer.alloc(0);
  return Buffer.concat([...fixed, ...payload.map((a) => field(9, a)), status]);
}

/** The trace id that `patch` gives to the n-th trace of a request, as 32 hex digits. */
export function traceIdOf(ids: { readonly run: number; readonly request: number }, trace: number): string {
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return hex(ids.run) + hex(hash32(ids.request * 4096 + trace)) + hex(ids.request) + hex(trace);
}
