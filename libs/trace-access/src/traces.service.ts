import { Injectable } from '@nestjs/common';
import { attributeText, Rejected, type TraceRow } from '@millrace/domain';
import {
  BlobStore,
  TraceReader,
  type SkeletonPage,
  type SpanWindow,
  type StoredSpan,
  type TraceOutline,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';
import { readBlob, withBlobs } from './whole-spans.ts';

/** A part of a long text, by bytes of its UTF-8. */
export interface TextWindow {
  readonly text: string;
  readonly totalBytes: number;
  readonly offset: number;
  /** Where the next window begins; absent at the end. */
  readonly nextOffset?: number;
}

/** Reading traces and their spans. Throws Rejected('not-found') for what is not there, Unavailable. */
@Injectable()
export class TracesService {
  constructor(
    private readonly reader: TraceReader,
    private readonly blobs: BlobStore,
  ) {}

  search(search: TraceSearch): Promise<TracePage> {
    return this.reader.searchTraces(search);
  }

  /** Those that exist, in the order asked for. */
  async find(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    const unique = [...new Set(traceIds)];
    if (unique.length === 0) return [];
    const rows = await this.reader.findTraces(workspaceId, unique);
    const byId = new Map(rows.map((row) => [row.traceId, row]));
    return unique.map((id) => byId.get(id)).filter((row) => row !== undefined);
  }

  async get(workspaceId: string, traceId: string): Promise<TraceRow> {
    const [trace] = await this.reader.findTraces(workspaceId, [traceId]);
    if (!trace) throw new Rejected(`Trace with ID 'tr-${traceId}' not found.`, 'not-found');
    return trace;
  }

  readSkeleton(trace: TraceRow, window: SpanWindow): Promise<SkeletonPage> {
    return this.reader.readSkeleton(trace, window);
  }

  /** The first spans of a trace, at most `limit`, by column. */
  readOutline(trace: TraceRow, limit: number): Promise<TraceOutline> {
    return this.reader.readOutline(trace, limit);
  }

  /** Large values left as references. */
  async readSpan(trace: TraceRow, spanId: string): Promise<StoredSpan> {
    const [stored] = await this.reader.readSpans(trace, [spanId]);
    if (!stored) {
      throw new Rejected(`Span '${spanId}' of trace 'tr-${trace.traceId}' not found.`, 'not-found');
    }
    return stored;
  }

  /** Every span with every value in its place, however large: root first, then by start time. */
  async readWhole(trace: TraceRow): Promise<StoredSpan[]> {
    const spans = await withBlobs(this.blobs, await this.reader.readSpans(trace));
    const isRoot = ({ span }: StoredSpan): boolean => span.parentSpanId === undefined;
    return [...spans.filter(isRoot), ...spans.filter((stored) => !isRoot(stored))];
  }

  /** What the root spans of the traces were asked, whole, by trace id: JSON text, or a text. Those without are left out. */
  async readRootInputs(traces: readonly TraceRow[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { span, meaning, blobs } of await this.reader.readRoots(traces)) {
      if (!meaning.inputs) continue;
      const { text, attribute = '' } = meaning.inputs;
      const reference = blobs.get(attribute);
      found.set(span.traceId, reference ? attributeText(await readBlob(this.blobs, reference.blob)) : text);
    }
    return found;
  }

  async readAttribute(
    stored: StoredSpan,
    key: string,
    window: { readonly offset: number; readonly limit: number },
  ): Promise<TextWindow> {
    const reference = stored.blobs.get(key);
    const value = reference ? await readBlob(this.blobs, reference.blob) : stored.span.attributes.get(key);
    if (value === undefined) {
      throw new Rejected(`Span '${stored.span.spanId}' has no attribute '${key}'.`, 'not-found');
    }
    return cutWindow(Buffer.from(attributeText(value)), window.offset, window.limit);
  }

  async readResourceAttribute(
    { span }: StoredSpan,
    key: string,
    window: { readonly offset: number; readonly limit: number },
  ): Promise<TextWindow> {
    const { resource, resourceBlobs } = span.origin;
    const reference = resourceBlobs?.get(key);
    const value = reference ? await readBlob(this.blobs, reference.blob) : resource.get(key);
    if (value === undefined) {
      throw new Rejected(`The resource of span '${span.spanId}' has no attribute '${key}'.`, 'not-found');
    }
    return cutWindow(Buffer.from(attributeText(value)), window.offset, window.limit);
  }
}

const CONTINUATION_MASK = 0b1100_0000;
const CONTINUATION = 0b1000_0000;

/** Never cuts a character: begins and ends at the last boundary before the bytes asked for. `limit` is 4 or more. */
function cutWindow(bytes: Buffer, offset: number, limit: number): TextWindow {
  const start = boundaryBefore(bytes, Math.min(offset, bytes.length));
  const end = boundaryBefore(bytes, Math.min(start + limit, bytes.length));
  return {
    text: bytes.toString('utf8', start, end),
    totalBytes: bytes.length,
    offset: start,
    ...(end < bytes.length && { nextOffset: end }),
  };
}

function boundaryBefore(bytes: Buffer, at: number): number {
  let boundary = Math.min(at, bytes.length);
  while (boundary < bytes.length && boundary > 0 && isContinuation(bytes[boundary])) boundary -= 1;
  return boundary;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & CONTINUATION_MASK) === CONTINUATION;
}
