import { Rejected, Unavailable, type RejectionReason } from '@millrace/domain';
import { RPC_CODE } from '@millrace/otlp';

/** How a request that was not accepted is answered over HTTP and gRPC. Source: OTLP specification, Failures. */
export interface Refusal {
  readonly httpStatus: number;
  readonly rpcCode: number;
  readonly message: string;
  /** Only where the client should send again, in milliseconds. */
  readonly retryAfterMs?: number;
}

const OF_REASON: Readonly<Record<RejectionReason, readonly [httpStatus: number, rpcCode: number]>> = {
  invalid: [400, RPC_CODE.invalidArgument],
  'not-found': [404, RPC_CODE.notFound],
  'already-exists': [400, RPC_CODE.invalidArgument],
  // RESOURCE_EXHAUSTED without RetryInfo is final.
  'too-large': [413, RPC_CODE.resourceExhausted],
  'unsupported-type': [415, RPC_CODE.invalidArgument],
  'permission-denied': [403, RPC_CODE.permissionDenied],
};

/** Whatever `accept` threw, as a refusal; a fault of ours counts as passing, for the client still has the spans. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Rejected) {
    const [httpStatus, rpcCode] = OF_REASON[error.reason];
    return { httpStatus, rpcCode, message: error.message };
  }
  const retryAfterMs = error instanceof Unavailable ? error.retryAfterMs : 5_000;
  const message =
    error instanceof Unavailable ? error.message : 'an internal error happened; send the request again later';
  return { httpStatus: 503, rpcCode: RPC_CODE.unavailable, message, retryAfterMs };
}
