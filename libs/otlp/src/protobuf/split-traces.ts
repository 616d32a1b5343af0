import { Rejected } from '@millrace/domain';
import { ChunkBuilder, type TraceChunk } from './chunk-builder.ts';
import { cutLargeAttributes } from './claim-attributes.ts';
import { inspectSpan, isZero, type SpanInspection } from './inspect-span.ts';
import { lengthDelimited } from './length-delimited.ts';
import {
  readGroup,
  readResource,
  type ResourceFields,
  type SharedLimits,
  type SpanGroup,
} from './span-group.ts';
import { WireReader } from './wire-reader.ts';

export interface SplitLimits extends SharedLimits {
  /** Spans of a request. */
  readonly maxSpans: number;
  /** Attributes of a span, those of its events and links included. */
  readonly maxAttributes: number;
  /** A trace with more bytes than this becomes several chunks; a span with more has its large attributes claimed. */
  readonly chunkBytes: number;
  /** A span that is larger even without its claimed attributes is rejected. */
  readonly maxSpanBytes: number;
  /** Attributes above this size may be claimed. */
  readonly claimAboveBytes: number;
  /** What all chunks repeat together of resources and scopes, besides as many bytes as the request has. */
  readonly maxRepeatedBytes: number;
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
const SCOPE_SPANS = 18;
const SPANS = 18;
const ATTRIBUTES = 74;

/**
 * Checks an ExportTraceServiceRequest whole and cuts it by trace, in one pass and without decoding its texts. A span that is
 * not acceptable is left out and told about; bytes that are not a request throw Rejected, for then nothing can be believed.
 *
 * Each chunk repeats the resource and scope of its spans, so the chunks may be larger than the request; together, references
 * to claims included, they have at most twice its bytes plus `maxRepeatedBytes`, plus at most 16 bytes of framing for each chunk.
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
  private repeatedBytes = 0;
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
    const { reader } = this;
    const begin = reader.position;
    const resource = readResource(reader, end, this.limits);
    reader.position = begin;
    while (reader.position < end) {
      const tag = reader.uint32(end);
      if (tag === SCOPE_SPANS) this.scopeSpans(reader.lengthEnd(end), resource);
      else reader.skip(tag, end);
    }
  }

  private scopeSpans(end: number, resource: ResourceFields): void {
    const begin = this.reader.position;
    const group = readGroup(this.reader, end, resource, this.limits);
    this.reader.position = begin;
    while (this.reader.position < end) {
      const fieldAt = this.reader.position;
      const tag = this.reader.uint32(end);
      if (tag === SPANS) this.span(fieldAt, this.reader.lengthEnd(end), group);
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
    const problem = group.problem ?? this.problemOf();
    if (problem !== undefined) return this.reject(problem);
    const { bytes } = this.reader;
    if (end - fieldAt <= this.limits.chunkBytes) this.put(bytes.subarray(fieldAt, end), group);
    else this.putLarge(bytes.subarray(contentAt, end), group);
  }

  /** `content` is what stands inside the field. */
  private putLarge(content: Uint8Array, group: SpanGroup): void {
    const { parts, byteLength, claims } = cutLargeAttributes(
      content,
      ATTRIBUTES,
      this.limits.claimAboveBytes,
    );
    if (byteLength > this.limits.maxSpanBytes) {
      return this.reject(
        `has ${byteLength} bytes besides its large attributes; at most ${this.limits.maxSpanBytes} are taken`,
      );
    }
    const builder = this.put(Buffer.concat([lengthDelimited(SPANS, byteLength), ...parts]), group);
    const { bytes } = this.reader;
    const spanId = bytes.toString('hex', this.found.spanIdAt, this.found.spanIdAt + 8);
    for (const claim of claims) builder?.claims.push({ spanId, ...claim });
  }

  /** Returns the chunk it went into. */
  private put(field: Uint8Array, group: SpanGroup): ChunkBuilder | undefined {
    let builder = this.builderFor(group);
    if (
      builder !== undefined &&
      builder.spanCount > 0 &&
      builder.byteLength + field.byteLength > this.limits.chunkBytes
    ) {
      this.chunks.push(builder.finish());
      this.open.delete(builder.traceId);
      builder = this.begin(builder.traceId, group);
    }
    this.latest = builder;
    if (builder === undefined) {
      this.reject(
        `its resource and scope of ${group.repeatedBytes} bytes stand in too many traces: the request would take more than ${this.limits.maxRepeatedBytes} bytes for repeating them; send smaller batches`,
      );
      return undefined;
    }
    builder.add(field, this.found.isRoot);
    this.spanCount += 1;
    return builder;
  }

  /** Neighbouring spans mostly are of one trace: then its id need not be decoded again. */
  private builderFor(group: SpanGroup): ChunkBuilder | undefined {
    const { bytes } = this.reader;
    const at = this.found.traceIdAt;
    if (this.latest && isSameId(bytes, at, this.latestIdAt)) return this.latest;
    this.latestIdAt = at;
    const traceId = bytes.toString('hex', at, at + 16);
    return this.open.get(traceId) ?? this.begin(traceId, group);
  }

  /** Undefined when repeating the group once more would exceed the bound. */
  private begin(traceId: string, group: SpanGroup): ChunkBuilder | undefined {
    const bound = this.reader.bytes.length + this.limits.maxRepeatedBytes;
    if (this.repeatedBytes + group.repeatedBytes > bound) return undefined;
    this.repeatedBytes += group.repeatedBytes;
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
}

function isSameId(bytes: Buffer, a: number, b: number): boolean {
  for (let i = 0; i < 16; i += 1) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
