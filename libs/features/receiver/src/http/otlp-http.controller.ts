import { Rejected } from '@millrace/domain';
import { encodeExportResponse, encodeStatus, jsonToProtobuf, type OtlpFormat } from '@millrace/otlp';
import { Controller, Logger, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceiverMetrics } from '../receiver-metrics.ts';
import { ReceiverOptions } from '../receiver.config.ts';
import { ReceiverService, type Routing } from '../receiver.service.ts';
import { refusalOf } from '../refusal.ts';
import { decompress } from './decompress.ts';

const CONTENT_TYPE: Readonly<Record<OtlpFormat, string>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
};

/** OTLP/HTTP, https://opentelemetry.io/docs/specs/otlp/#otlphttp: answers in the format of the request. */
@Controller('v1/traces')
export class OtlpHttpController {
  private readonly logger = new Logger('Otlp');

  constructor(
    private readonly receiver: ReceiverService,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  @Post()
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const format = formatOf(request.headers['content-type']);
    try {
      const body = await this.protobufOf(request, format);
      const { rejectedSpans, message } = await this.receiver.accept(body, routingOf(request));
      const response = encodeExportResponse({ rejectedSpans, message }, format ?? 'protobuf');
      void reply
        .status(200)
        .type(CONTENT_TYPE[format ?? 'protobuf'])
        .send(Buffer.from(response));
    } catch (error) {
      this.refuse(reply, error, request, format ?? 'protobuf');
    }
  }

  private async protobufOf(request: FastifyRequest, format: OtlpFormat | undefined): Promise<Uint8Array> {
    if (!format) {
      const given = request.headers['content-type'] ?? 'none';
      throw new Rejected(
        `Content-Type '${given}' is not supported; use application/x-protobuf or application/json`,
        'unsupported-type',
      );
    }
    const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { maxRequestBytes, maxDecompressedBytes } = this.options.limits;
    if (sent.length > maxRequestBytes)
      throw new Rejected(
        `the request has ${sent.length} bytes; at most ${maxRequestBytes} are taken: send smaller batches`,
        'too-large',
      );
    const body = await decompress(sent, request.headers['content-encoding'], maxDecompressedBytes);
    return format === 'json' ? jsonToProtobuf(body) : body;
  }

  private refuse(reply: FastifyReply, error: unknown, request: FastifyRequest, format: OtlpFormat): void {
    const { httpStatus, rpcCode, message, retryAfterMs } = refusalOf(error);
    this.metrics.requestRefused(rpcCode);
    if (httpStatus === 503 && !(error instanceof Error && error.name === 'Unavailable'))
      this.logger.error('a request failed', error);
    if (retryAfterMs !== undefined)
      void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
    void reply.status(httpStatus);
    // The MLflow client reads an unknown experiment only in its own shape.
    if (httpStatus === 404 && request.headers['x-mlflow-experiment-id'] !== undefined) {
      return void reply.send({ error_code: 'RESOURCE_DOES_NOT_EXIST', message });
    }
    return void reply.type(CONTENT_TYPE[format]).send(Buffer.from(encodeStatus(rpcCode, message, format)));
  }
}

function formatOf(contentType: string | undefined): OtlpFormat | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-protobuf' || type === 'application/protobuf') return 'protobuf';
  return type === 'application/json' ? 'json' : undefined;
}

function routingOf({ headers }: FastifyRequest): Routing {
  return {
    experimentId: single(headers['x-mlflow-experiment-id']),
    runId: single(headers['x-mlflow-run-id']),
  };
}

function single(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined || value === '' ? undefined : value;
}
