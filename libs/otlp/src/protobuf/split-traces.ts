import { Rejected } from '@millrace/domain';
import { ChunkBuilder, type SpanGroup, type TraceChunk } from './chunk-builder.ts';
import { claimLargeAttributes } from './claim-attributes.ts';
import { readKeyValue } from './any-value.ts';
import { inspectAttribute, inspectSpan, isZero, type SpanInspection } from './inspect-span.ts';
import { WireReader } from './wire-reader.ts';

export interface SplitLimits {
  /** Spans of a request. */
  readonly maxSpans: number;
  /** Attributes of a span, those of its events and links included. */
  readonly maxAttributes: number;
  /** Nesting of an attribute value. */
  readonly maxDepth: number;
  /** A trace with more bytes than this becomes several chunks; a span with more has its large attributes claimed. */
  readonly chunkBytes: number;
  /** A span that is larger even without its claimed attributes is rejected. */
  readonly maxSpanBytes: number;
  /** Attributes above this size may be claimed. */
  readonly claimAboveBytes: number;
}

export interface SplitResult {
  readonly chunks: readonly TraceChunk[];
  /** Spans in the chunks. */
  readonly spanCount: number;
  readonly rejectedCount: number;
  /** Why spans were rejected, the first REASONS of them. */
  readonly reasons: readonly string[];
}

const REASONS = 20;
const EXPERIMENT_ATTRIBUTE = 'mlflow.experimentId';

/**
 * Checks an ExportTraceServiceRequest whole and cuts it by trace, in one pass and without decoding its texts. A span that is
 * not acceptable is left out and told about; bytes that are not a request throw Rejected, for then nothing can be believed.
 */
export function splitTraces(body: Uint8Array, limits: SplitLimits): SplitResult {
  return new TraceSplitter(body, limits).split();
}

class TraceSplitter {
  private readonly reader: WireReader;
  private readonly chunks: TraceChunk[] = [];
  private readonly open = new Map<string, ChunkBuilder>();
  private latest: ChunkBuilder | undefined;
  private latestIdAt = -1;
  private spanCount = 0;
  private seen = 0;
  private rejectedCount = 0;
  private readonly reasons: string[] = [];
  private readonly found: SpanInspection = {
    traceIdAt: 0,
    traceIdLength: 0,
    spanIdAt: 0,
    spanIdLength: 0,
    isRoot: true,
    attributeCount: 0,
    depth: 0,
  };

  constructor(
    body: Uint8Array,
    private readonly limits: SplitLimits,
  ) {
    this.reader = new WireReader(body);
  }

  split(): SplitResult {
    const { reader } = this;
    const end = reader.bytes.length;
    while (reader.position < end) {
      const tag = reader.uint32(end);
      if (tag === 10) this.resourceSpans(reader.lengthEnd(end));
      else reader.skip(tag, end);
    }
    const { chunks, spanCount, rejectedCount, reasons } = this;
    return { chunks, spanCount, rejectedCount, reasons };
  }

  private resourceSpans(end: number): void {
    const begin = this.reader.position;
    const resource = this.fieldsBut(18, end, 10, 10);
    this.reader.position = begin;
    const experimentId = experimentOf(resource);
    this.each(18, end, (stop) => this.scopeSpans(stop, resource, experimentId));
  }

  private scopeSpans(end: number, resource: Uint8Array, experimentId: string | undefined): void {
    const begin = this.reader.position;
    const group: SpanGroup = { resource, scope: this.fieldsBut(18, end, 10, 26), experimentId };
    this.reader.position = begin;
    while (this.reader.position < end) {
      const fieldAt = this.reader.position;
      const tag = this.reader.uint32(end);
      if (tag === 18) this.span(fieldAt, this.reader.lengthEnd(end), group);
      else this.reader.skip(tag, end);
    }
    for (const builder of this.open.values()) this.chunks.push(builder.finish());
    this.open.clear();
    this.latest = undefined;
  }

  private span(fieldAt: number, end: number, group: SpanGroup): void {
    this.seen += 1;
    if (this.seen > this.limits.maxSpans) {
      throw new Rejected(
        `more than ${this.limits.maxSpans} spans in one request; send smaller batches`,
        'too-large',
      );
    }
    const contentAt = this.reader.position;
    inspectSpan(this.reader, end, this.found);
    const problem = this.problemOf();
    if (problem !== undefined) return this.reject(problem);
    const { bytes } = this.reader;
    if (end - fieldAt <= this.limits.chunkBytes) return this.put(bytes.subarray(fieldAt, end), group);
    const spanId = bytes.toString('hex', this.found.spanIdAt, this.found.spanIdAt + 8);
    const { field, claims } = claimLargeAttributes(
      bytes.subarray(contentAt, end),
      spanId,
      this.limits.claimAboveBytes,
    );
    if (field.byteLength > this.limits.maxSpanBytes) {
      return this.reject(
        `has ${field.byteLength} bytes besides its large attributes; at most ${this.limits.maxSpanBytes} are taken`,
      );
    }
    this.put(field, group);
    this.latest?.claims.push(...claims);
  }

  private put(field: Uint8Array, group: SpanGroup): void {
    let builder = this.builderFor(group);
    if (builder.spanCount > 0 && builder.byteLength + field.byteLength > this.limits.chunkBytes) {
      this.chunks.push(builder.finish());
      builder = new ChunkBuilder(builder.traceId, group);
      this.open.set(builder.traceId, builder);
    }
    this.latest = builder;
    builder.add(field, this.found.isRoot);
    this.spanCount += 1;
  }

  /** Neighbouring spans mostly are of one trace: then its id need not be decoded again. */
  private builderFor(group: SpanGroup): ChunkBuilder {
    const { bytes } = this.reader;
    const at = this.found.traceIdAt;
    if (this.latest && isSameId(bytes, at, this.latestIdAt)) return this.latest;
    this.latestIdAt = at;
    const traceId = bytes.toString('hex', at, at + 16);
    const known = this.open.get(traceId);
    if (known) return known;
    const builder = new ChunkBuilder(traceId, group);
    this.open.set(traceId, builder);
    return builder;
  }

  private problemOf(): string | undefined {
    const { traceIdAt, traceIdLength, spanIdAt, spanIdLength, attributeCount, depth } = this.found;
    const { bytes } = this.reader;
    if (traceIdLength !== 16) return `trace_id has ${traceIdLength} bytes; 16 are needed`;
    if (isZero(bytes, traceIdAt, traceIdAt + 16)) return 'trace_id is all zero';
    if (spanIdLength !== 8) return `span_id has ${spanIdLength} bytes; 8 are needed`;
    if (isZero(bytes, spanIdAt, spanIdAt + 8)) return 'span_id is all zero';
    if (attributeCount > this.limits.maxAttributes)
      return `has ${attributeCount} attributes; at most ${this.limits.maxAttributes} are taken`;
    if (depth > this.limits.maxDepth) return `an attribute is nested more than ${this.limits.maxDepth} deep`;
    return undefined;
  }

  private reject(problem: string): void {
    this.rejectedCount += 1;
    if (this.reasons.length >= REASONS) return;
    const { spanIdAt, spanIdLength } = this.found;
    const id = this.reader.bytes.toString('hex', spanIdAt, spanIdAt + Math.min(spanIdLength, 16));
    this.reasons.push(`span ${this.seen - 1} of the request (span_id '${id}'): ${problem}`);
  }

  /** All fields but those with the tag, as bytes; attributes inside `messageTag` are checked. */
  private fieldsBut(tag: number, end: number, messageTag: number, attributeTag: number): Uint8Array {
    const { reader } = this;
    const parts: Uint8Array[] = [];
    while (reader.position < end) {
      const at = reader.position;
      const next = reader.uint32(end);
      if (next === messageTag) {
        const stop = reader.lengthEnd(end);
        this.each(attributeTag, stop, (_, before) => {
          reader.position = before;
          inspectAttribute(reader, stop, this.found);
        });
      } else reader.skip(next, end);
      if (next !== tag) parts.push(reader.bytes.subarray(at, reader.position));
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  }

  private each(tag: number, end: number, visit: (stop: number, before: number) => void): void {
    const { reader } = this;
    while (reader.position < end) {
      const next = reader.uint32(end);
      if (next !== tag) {
        reader.skip(next, end);
        continue;
      }
      const before = reader.position;
      visit(reader.lengthEnd(end), before);
    }
  }
}

function isSameId(bytes: Buffer, a: number, b: number): boolean {
  for (let i = 0; i < 16; i += 1) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/** The experiment that a resource names for itself, if it does. */
function experimentOf(resource: Uint8Array): string | undefined {
  if (!Buffer.from(resource.buffer, resource.byteOffset, resource.byteLength).includes(EXPERIMENT_ATTRIBUTE))
    return undefined;
  const reader = new WireReader(resource);
  const attributes = new Map<string, unknown>();
  const end = reader.bytes.length;
  while (reader.position < end) {
    const tag = reader.uint32(end);
    if (tag !== 10) {
      reader.skip(tag, end);
      continue;
    }
    const stop = reader.lengthEnd(end);
    while (reader.position < stop) {
      const inner = reader.uint32(stop);
      if (inner === 10) readKeyValue(reader, reader.lengthEnd(stop), attributes as Map<string, never>, 0);
      else reader.skip(inner, stop);
    }
  }
  const value = attributes.get(EXPERIMENT_ATTRIBUTE);
  return typeof value === 'string' || typeof value === 'bigint' ? String(value) : undefined;
}
