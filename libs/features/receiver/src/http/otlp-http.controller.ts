import { encodeExportResponse, jsonToProtobuf } from '@millrace/otlp';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceiverOptions } from '../receiver.config.ts';
import { ReceiverService } from '../receiver.service.ts';
import { CONTENT_TYPE } from './otlp-format.ts';
import { readBody, requireFormat, routingOf } from './read-request.ts';

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
    const { rejectedSpans, message } = await this.receiver.accept(async (reservation) => {
      const body = await readBody(request, this.options.limits, reservation);
      return format === 'json' && body.length > 0 ? jsonToProtobuf(body) : body;
    }, routingOf(request));
    const response = encodeExportResponse({ rejectedSpans, message }, format);
    void reply.status(200).type(CONTENT_TYPE[format]).send(Buffer.from(response));
  }
}
