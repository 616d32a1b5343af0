import { Rejected } from '@millrace/domain';
import { encodeStatus } from '@millrace/otlp';
import { ErrorFormats } from '@millrace/service-kit';
import { HttpException, Injectable, Logger, NotFoundException, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceiverMetrics } from '../receiver-metrics.ts';
import { refusalOf } from '../refusal.ts';
import { CONTENT_TYPE, formatOf } from './otlp-format.ts';

/** Answers every error on OTLP paths, the framework's own included, by a Status in the format of the request. */
@Injectable()
export class OtlpErrors implements OnModuleInit {
  private readonly logger = new Logger('Otlp');

  constructor(
    private readonly formats: ErrorFormats,
    private readonly metrics: ReceiverMetrics,
  ) {}

  onModuleInit(): void {
    this.formats.register('/v1/', (error, request, reply) => this.answer(error, request, reply));
  }

  private answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const told = toldOf(error, request);
    const { httpStatus, rpcCode, message, reason, retryAfterMs } = refusalOf(told);
    this.metrics.requestRefused(reason);
    if (reason === 'internal') this.logger.error('a request failed', error);
    if (retryAfterMs !== undefined)
      void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
    void reply.status(httpStatus);
    // The MLflow client reads an unknown experiment only in its own shape.
    if (reason === 'not-found' && !request.is404 && request.headers['x-mlflow-experiment-id'] !== undefined) {
      return void reply.send({ error_code: 'RESOURCE_DOES_NOT_EXIST', message });
    }
    const format = formatOf(request.headers['content-type']) ?? 'protobuf';
    return void reply.type(CONTENT_TYPE[format]).send(Buffer.from(encodeStatus(rpcCode, message, format)));
  }
}

/** The framework's refusals say neither what is taken nor where. */
function toldOf(error: unknown, request: FastifyRequest): unknown {
  if (request.is404 && error instanceof NotFoundException) {
    const path = request.url.split('?')[0];
    return new Rejected(
      `there is no ${request.method} ${path} here; traces go to POST /v1/traces, content of spans in logs to POST /v1/logs, and nothing else is taken`,
      'not-found',
    );
  }
  if (error instanceof HttpException && error.getStatus() === 413) {
    return new Rejected(
      `the request is larger than the ${request.routeOptions.bodyLimit} bytes taken here; send smaller batches`,
      'too-large',
      { cause: error },
    );
  }
  return error;
}
