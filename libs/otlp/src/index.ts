export { decodeAnyValue } from './protobuf/any-value.ts';
export type { AttributeClaim, TraceChunk } from './protobuf/chunk-builder.ts';
export { decodeTraces } from './protobuf/decode-traces.ts';
export { splitTraces, type SplitLimits, type SplitResult } from './protobuf/split-traces.ts';
