import { Logger } from '@nestjs/common';
import { HttpException } from '@nestjs/common';
import { Rejected, Throttled, Unavailable, type RejectionReason } from '@millrace/domain';
import { MlflowError, type WriteError } from '@millrace/service-kit';
import { randomUUID } from 'node:crypto';

const STATUS: Readonly<Record<RejectionReason, readonly [status: number, code: string]>> = {
  invalid: [400, 'INVALID_PARAMETER_VALUE'],
  'not-found': [404, 'RESOURCE_DOES_NOT_EXIST'],
  'already-exists': [400, 'RESOURCE_ALREADY_EXISTS'],
  'too-large': [413, 'INVALID_PARAMETER_VALUE'],
  'unsupported-type': [415, 'INVALID_PARAMETER_VALUE'],
  unauthenticated: [401, 'UNAUTHENTICATED'],
  'permission-denied': [403, 'PERMISSION_DENIED'],
};

/** Errors under `/gateway/` as its clients know them: `{"detail": {"error_code", "message"}}`. */
export const writeGatewayError: WriteError = (error, request, reply) => {
  const [status, error_code, message] = answerTo(error, `${request.method} ${request.url.split('?')[0]}`);
  if (error instanceof Unavailable || error instanceof Throttled) {
    void reply.header('retry-after', String(Math.max(1, Math.ceil(error.retryAfterMs / 1000))));
  }
  void reply.status(status).send({ detail: { error_code, message } });
};

function answerTo(error: unknown, request: string): readonly [number, string, string] {
  if (error instanceof Rejected) return [...STATUS[error.reason], error.message];
  if (error instanceof Throttled) return [429, 'REQUEST_LIMIT_EXCEEDED', error.message];
  if (error instanceof Unavailable) return [503, 'TEMPORARILY_UNAVAILABLE', error.message];
  if (error instanceof MlflowError) return [error.status, error.errorCode, error.message];
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return [status, status === 404 ? 'ENDPOINT_NOT_FOUND' : 'BAD_REQUEST', error.message];
  }
  const id = randomUUID();
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  new Logger('Gateway').error(`${request} failed (error ${id}): ${cause}`);
  return [500, 'INTERNAL_ERROR', `an internal error happened; the log has it under ${id}`];
}
