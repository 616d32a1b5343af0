import {
  Catch,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { Rejected, Throttled, Unavailable, type RejectionReason } from '@millrace/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { ErrorFormats } from './error-formats.ts';
import { MlflowError, type MlflowErrorCode } from './mlflow-error.ts';

interface ErrorAnswer {
  readonly status: number;
  readonly code: MlflowErrorCode;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const REJECTION: Readonly<Record<RejectionReason, readonly [status: number, code: MlflowErrorCode]>> = {
  invalid: [400, 'INVALID_PARAMETER_VALUE'],
  'not-found': [404, 'RESOURCE_DOES_NOT_EXIST'],
  'already-exists': [409, 'RESOURCE_ALREADY_EXISTS'],
  'too-large': [413, 'INVALID_PARAMETER_VALUE'],
  'unsupported-type': [415, 'INVALID_PARAMETER_VALUE'],
  unauthenticated: [401, 'UNAUTHENTICATED'],
  'permission-denied': [403, 'PERMISSION_DENIED'],
};

const CODE_OF_STATUS: Readonly<Record<number, MlflowErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'RESOURCE_DOES_NOT_EXIST',
  409: 'RESOURCE_CONFLICT',
  429: 'REQUEST_LIMIT_EXCEEDED',
  501: 'NOT_IMPLEMENTED',
  503: 'TEMPORARILY_UNAVAILABLE',
};

const MLFLOW_PATH = /^\/((ajax-)?api\/[23]\.0\/|get-artifact)/;

/** Turns what handlers throw into answers: in a registered form, in MLflow's on its surface, `{"error": {"code", "message"}}` elsewhere. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly formats: ErrorFormats) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const request = http.getRequest<FastifyRequest>();
    const write = this.formats.find(request.url);
    if (write) return write(error, request, reply);
    const { status, code, message, retryAfterSeconds } = this.answerTo(error, request);
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    if (!MLFLOW_PATH.test(request.url)) return void reply.status(status).send({ error: { code, message } });
    // A 404 that is not JSON tells the MLflow client that this server lacks the call, and it falls back.
    if (code === 'ENDPOINT_NOT_FOUND') return void reply.status(status).type('text/plain').send(message);
    // MLflow tells "already exists" by 400.
    void reply.status(code === 'RESOURCE_ALREADY_EXISTS' ? 400 : status).send({ error_code: code, message });
  }

  private answerTo(error: unknown, request: FastifyRequest): ErrorAnswer {
    const path = request.url.split('?')[0];
    // A hook may refuse such a request for another reason.
    if (request.is404 && error instanceof NotFoundException) {
      const message = `there is no ${request.method} ${path} here; /api/v1/openapi.json lists what there is`;
      return { status: 404, code: 'ENDPOINT_NOT_FOUND', message };
    }
    if (error instanceof MlflowError)
      return { status: error.status, code: error.errorCode, message: error.message };
    if (error instanceof Rejected) {
      const [status, code] = REJECTION[error.reason];
      return { status, code, message: error.message };
    }
    if (error instanceof Unavailable || error instanceof Throttled) return toPassing(error);
    // Nest makes these of Fastify's own refusals as well: no JSON, a body too large.
    if (error instanceof HttpException) return fromHttp(error, request);
    return this.internalError(error, `${request.method} ${path}`);
  }

  private internalError(error: unknown, request: string): ErrorAnswer {
    const id = randomUUID();
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${request} failed (error ${id}): ${cause}`);
    return {
      status: 500,
      code: 'INTERNAL_ERROR',
      message: `an internal error happened; the log has it under ${id}`,
    };
  }
}

function toPassing(error: Unavailable | Throttled): ErrorAnswer {
  const { message, retryAfterMs } = error;
  const retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return error instanceof Throttled
    ? { status: 429, code: 'REQUEST_LIMIT_EXCEEDED', message, retryAfterSeconds }
    : { status: 503, code: 'TEMPORARILY_UNAVAILABLE', message, retryAfterSeconds };
}

function fromHttp(error: HttpException, { routeOptions }: FastifyRequest): ErrorAnswer {
  const status = error.getStatus();
  const message =
    status === 413
      ? `the body is larger than the ${routeOptions.bodyLimit} bytes taken here; send less at a time`
      : error.message;
  return {
    status,
    code: CODE_OF_STATUS[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR'),
    message,
  };
}
