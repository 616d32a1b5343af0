import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Rejected, Unavailable, type RejectionReason } from '@millrace/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
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
  'permission-denied': [403, 'PERMISSION_DENIED'],
};

const CODE_OF_STATUS: Readonly<Record<number, MlflowErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'ENDPOINT_NOT_FOUND',
  429: 'REQUEST_LIMIT_EXCEEDED',
  503: 'TEMPORARILY_UNAVAILABLE',
};

const MLFLOW_PATH = /^\/(ajax-)?api\/[23]\.0\//;

/** Turns what handlers throw into answers: MLflow's error shape on its surface, `{"error": {"code", "message"}}` elsewhere. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const { url, method } = http.getRequest<FastifyRequest>();
    const answer = this.answerTo(error, `${method} ${url.split('?')[0]}`);
    if (answer.retryAfterSeconds !== undefined)
      void reply.header('retry-after', String(answer.retryAfterSeconds));
    const { status, code, message } = answer;
    if (!MLFLOW_PATH.test(url)) return void reply.status(status).send({ error: { code, message } });
    // A 404 that is not JSON tells the MLflow client that this server lacks the call, and it falls back.
    if (code === 'ENDPOINT_NOT_FOUND') return void reply.status(status).type('text/plain').send(message);
    // MLflow tells "already exists" by 400.
    void reply.status(status === 409 ? 400 : status).send({ error_code: code, message });
  }

  private answerTo(error: unknown, request: string): ErrorAnswer {
    if (error instanceof MlflowError)
      return { status: error.status, code: error.errorCode, message: error.message };
    if (error instanceof Rejected) {
      const [status, code] = REJECTION[error.reason];
      return { status, code, message: error.message };
    }
    if (error instanceof Unavailable) {
      return {
        status: 503,
        code: 'TEMPORARILY_UNAVAILABLE',
        message: error.message,
        retryAfterSeconds: Math.max(1, Math.ceil(error.retryAfterMs / 1000)),
      };
    }
    if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
    if (isClientError(error)) return fromStatus(error.statusCode, error.message);
    const id = randomUUID();
    this.logger.error(
      `${request} failed (error ${id}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return {
      status: 500,
      code: 'INTERNAL_ERROR',
      message: `an internal error happened; the log has it under ${id}`,
    };
  }
}

function fromStatus(status: number, message: string): ErrorAnswer {
  return {
    status,
    code: CODE_OF_STATUS[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR'),
    message,
  };
}

/** Fastify's own refusals (a body too large, no JSON) carry a status. */
function isClientError(error: unknown): error is Error & { readonly statusCode: number } {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}
