export { decodeAnyValue } from './protobuf/any-value.ts';
export type { AttributeClaim } from './protobuf/claim-attributes.ts';
export type { SpanClaim, TraceChunk } from './protobuf/chunk-builder.ts';
export { decodeTraces } from './protobuf/decode-traces.ts';
export { splitTraces, type SplitLimits, type SplitResult } from './protobuf/split-traces.ts';
export { encodeTracesRequest } from './encode/encode-traces.ts';
export { jsonToProtobuf } from './json/json-to-protobuf.ts';
export { encodeExportResponse, type OtlpFormat } from './responses/export-response.ts';
export { encodeRetryStatus, encodeStatus, RPC_CODE } from './responses/status.ts';
