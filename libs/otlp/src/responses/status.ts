import { WireWriter } from '../encode/wire-writer.ts';
import type { OtlpFormat } from './export-response.ts';

/** Numbers of google.rpc.Code. */
export const RPC_CODE = {
  invalidArgument: 3,
  notFound: 5,
  permissionDenied: 7,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;

/** google.rpc.Status, the body of an OTLP/HTTP error. */
export function encodeStatus(code: number, message: string, format: OtlpFormat): Uint8Array {
  if (format === 'json') return Buffer.from(JSON.stringify({ code, message }));
  return new WireWriter().varint(1, code).textIfAny(2, message).finish();
}

/** google.rpc.Status with RetryInfo, for the gRPC trailer `grpc-status-details-bin`: tells the client when to come again. */
export function encodeRetryStatus(code: number, message: string, retryAfterMs: number): Uint8Array {
  const wholeMs = Math.max(0, Math.ceil(retryAfterMs));
  const seconds = Math.floor(wholeMs / 1000);
  const nanos = (wholeMs % 1000) * 1_000_000;
  const retryInfo = new WireWriter()
    .message(1, (delay) => {
      if (seconds > 0) delay.varint(1, seconds);
      if (nanos > 0) delay.varint(2, nanos);
    })
    .finish();
  return new WireWriter()
    .varint(1, code)
    .textIfAny(2, message)
    .message(3, (any) => any.text(1, 'type.googleapis.com/google.rpc.RetryInfo').bytes(2, retryInfo))
    .finish();
}
