import { Rejected, Throttled, Unavailable, type RejectionReason } from '@millrace/domain';
import { RPC_CODE } from '@millrace/otlp';
import { HttpException } from '@nestjs/common';

/** How a request that was not accepted is answered over HTTP and gRPC. Source: OTLP specification, Failures. */
export interface Refusal {
  readonly httpStatus: number;
  readonly rpcCode: number;
  readonly message: string;
  /** What metrics count it under. */
  readonly reason: RejectionReason | 'throttled' | 'unavailable' | 'internal';
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
  unauthenticated: [401, RPC_CODE.unauthenticated],
  'permission-denied': [403, RPC_CODE.permissionDenied],
};

/** What the HTTP framework refuses by itself. */
const REASON_OF_STATUS: Readonly<Record<number, RejectionReason>> = {
  401: 'unauthenticated',
  403: 'permission-denied',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
};

const INTERNAL_RETRY_MS = 5_000;

/** Whatever was thrown, as a refusal; a fault of ours counts as passing, for the client still has the spans. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Rejected) return rejection(error.reason, error.message);
  if (error instanceof HttpException && error.getStatus() < 500)
    return rejection(REASON_OF_STATUS[error.getStatus()] ?? 'invalid', error.message);
  if (error instanceof Throttled) {
    const { message, retryAfterMs } = error;
    return {
      httpStatus: 429,
      rpcCode: RPC_CODE.resourceExhausted,
      reason: 'throttled',
      message,
      retryAfterMs,
    };
  }
  const passing = { httpStatus: 503, rpcCode: RPC_CODE.unavailable };
  if (error instanceof Unavailable) {
    const { message, retryAfterMs } = error;
    return { ...passing, reason: 'unavailable', message, retryAfterMs };
  }
  const message = 'an internal error happened; send the request again later';
  return { ...passing, reason: 'internal', message, retryAfterMs: INTERNAL_RETRY_MS };
}

function rejection(reason: RejectionReason, message: string): Refusal {
  const [httpStatus, rpcCode] = OF_REASON[reason];
  return { httpStatus, rpcCode, message, reason };
}
