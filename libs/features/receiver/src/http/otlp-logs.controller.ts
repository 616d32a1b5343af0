import { encodeExportResponse } from '@millrace/otlp';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogsService } from '../logs.service.ts';
import { ReceiverOptions } from '../receiver.config.ts';
import { CONTENT_TYPE } from './otlp-format.ts';
import { readBody, requireFormat, routingOf } from './read-request.ts';

const SUCCESS = { rejectedSpans: 0, message: '' } as const;

/** OTLP/HTTP for logs: what is content of spans is kept, all else dropped, with the same success. Errors: see OtlpErrors. */
@Controller('v1/logs')
export class OtlpLogsController {
  constructor(
    private readonly logs: LogsService,
    private readonly options: ReceiverOptions,
  ) {}

  @Post()
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const format = requireFormat(request.headers['content-type']);
    await this.logs.accept(
      (reservation) => readBody(request, this.options.limits, reservation),
      format,
      routingOf(request),
    );
    const response = encodeExportResponse(SUCCESS, format);
    void reply.status(200).type(CONTENT_TYPE[format]).send(Buffer.from(response));
  }
}
