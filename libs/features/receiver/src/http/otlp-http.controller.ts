import { Rejected } from '@millrace/domain';
import { encodeExportResponse, jsonToProtobuf, type OtlpFormat } from '@millrace/otlp';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reservation } from '../in-flight-budget.ts';
import { ReceiverOptions } from '../receiver.config.ts';
import { ReceiverService, type Routing } from '../receiver.service.ts';
import { decompress } from './decompress.ts';
import { CONTENT_TYPE, formatOf } from './otlp-format.ts';

/** OTLP/HTTP, https://opentelemetry.io/docs/specs/otlp/#otlphttp: answers in the format of the request. Errors: see OtlpErrors. */
@Controller('v1/traces')
export class OtlpHttpController {
  constructor(
    private readonly receiver: ReceiverService,
    private readonly options: ReceiverOptions,
  ) {}

  @Post()
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const format = requireFormat(request.headers['content-type']);
    const { rejectedSpans, message } = await this.receiver.accept(
      (reservation) => this.protobufOf(request, format, reservation),
      routingOf(request),
    );
    const response = encodeExportResponse({ rejectedSpans, message }, format);
    void reply.status(200).type(CONTENT_TYPE[format]).send(Buffer.from(response));
  }

  private async protobufOf(
    request: FastifyRequest,
    format: OtlpFormat,
    reservation: Reservation,
  ): Promise<Uint8Array> {
    const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { maxRequestBytes, maxDecompressedBytes } = this.options.limits;
    if (sent.length > maxRequestBytes)
      throw new Rejected(
        `the request has ${sent.length} bytes; at most ${maxRequestBytes} are taken: send smaller batches`,
        'too-large',
      );
    // No bytes are an empty request, in whatever format and encoding they were not sent.
    if (sent.length === 0) return sent;
    reservation.reserve(sent.length);
    const body = await decompress(sent, request.headers['content-encoding'], {
      maxBytes: maxDecompressedBytes,
      reserve: (bytes) => reservation.reserve(bytes),
    });
    return format === 'json' ? jsonToProtobuf(body) : body;
  }
}

function requireFormat(contentType: string | undefined): OtlpFormat {
  const format = formatOf(contentType);
  if (format) return format;
  throw new Rejected(
    `Content-Type '${contentType ?? 'none'}' is not supported; use application/x-protobuf or application/json`,
    'unsupported-type',
  );
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
