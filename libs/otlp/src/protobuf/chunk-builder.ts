import type { AttributeClaim } from './claim-attributes.ts';
import { lengthDelimited } from './length-delimited.ts';
import type { SpanGroup } from './span-group.ts';

/** An attribute cut out of a span. */
export interface SpanClaim extends AttributeClaim {
  /** 16 lower-case hex digits. */
  readonly spanId: string;
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
  readonly claims: readonly SpanClaim[];
  /** Cut out of the resource; chunks of one resource hold the same objects. */
  readonly resourceClaims: readonly AttributeClaim[];
}

/** Gathers spans of one trace; `finish` frames them again. */
export class ChunkBuilder {
  spanCount = 0;
  byteLength = 0;
  hasRoot = false;
  readonly claims: SpanClaim[] = [];
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
      resourceClaims: group.claims,
    };
  }
}
