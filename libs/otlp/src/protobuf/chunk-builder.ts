/** An attribute cut out of a span because it is too large for the log. */
export interface AttributeClaim {
  /** 16 lower-case hex digits. */
  readonly spanId: string;
  readonly attribute: string;
  /** The AnyValue as it was sent, encoded. */
  readonly value: Uint8Array;
}

/** Spans of one trace out of one request: what becomes one record of the log. */
export interface TraceChunk {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** Concatenated they are TracesData with spans of this trace only; slices of the request wherever possible. */
  readonly parts: readonly Uint8Array[];
  readonly spanCount: number;
  readonly byteLength: number;
  readonly hasRoot: boolean;
  /** Resource attribute `mlflow.experimentId`, as text. */
  readonly experimentId: string | undefined;
  readonly claims: readonly AttributeClaim[];
}

/** Everything of a ResourceSpans/ScopeSpans pair but its spans, encoded. */
export interface SpanGroup {
  readonly resource: Uint8Array;
  readonly scope: Uint8Array;
  readonly experimentId: string | undefined;
}

/** Gathers spans of one trace; `finish` frames them again. */
export class ChunkBuilder {
  spanCount = 0;
  byteLength = 0;
  hasRoot = false;
  readonly claims: AttributeClaim[] = [];
  private readonly slices: Uint8Array[] = [];

  constructor(
    readonly traceId: string,
    readonly group: SpanGroup,
  ) {}

  /** A slice holds whole spans, tags and lengths included. Neighbours in the request become one slice. */
  add(slice: Uint8Array, isRoot: boolean): void {
    this.spanCount += 1;
    this.byteLength += slice.byteLength;
    this.hasRoot ||= isRoot;
    const last = this.slices.at(-1);
    if (last && last.buffer === slice.buffer && last.byteOffset + last.byteLength === slice.byteOffset) {
      this.slices[this.slices.length - 1] = new Uint8Array(
        last.buffer,
        last.byteOffset,
        last.byteLength + slice.byteLength,
      );
    } else this.slices.push(slice);
  }

  finish(): TraceChunk {
    const { traceId, group, spanCount, hasRoot, claims } = this;
    const scopeHead = lengthDelimited(18, group.scope.byteLength + this.byteLength);
    const resourceBytes =
      group.resource.byteLength + scopeHead.byteLength + group.scope.byteLength + this.byteLength;
    const head = Buffer.concat([lengthDelimited(10, resourceBytes), group.resource, scopeHead, group.scope]);
    return {
      traceId,
      parts: [head, ...this.slices],
      spanCount,
      byteLength: head.byteLength + this.byteLength,
      hasRoot,
      experimentId: group.experimentId,
      claims,
    };
  }
}

/** Tag and length of a field. */
export function lengthDelimited(tag: number, length: number): Uint8Array {
  const bytes = [tag];
  let rest = length;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
