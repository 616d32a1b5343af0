import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { repriceBody, RepricedPageDto, type RepriceBody } from './reprice.dto.ts';
import { RepriceService } from './reprice.service.ts';

@ApiTags('model prices')
@Controller('api/v1/model-prices/reprice')
export class RepriceController {
  constructor(private readonly reprices: RepriceService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'repriceTraces',
    summary: 'Derive the costs of stored spans anew, a page of traces at a time',
    description:
      'By the prices of now, each span by those of its own time. Costs that clients told stay. Call again with ' +
      'next_page_token until there is none; a repeated call changes nothing more.',
  })
  @ApiZodBody(repriceBody)
  @ApiAcceptedResponse({ type: RepricedPageDto })
  async reprice(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(repriceBody)) body: RepriceBody,
  ): Promise<RepricedPageDto> {
    const { experiment_id: experimentId, from, to, limit, page_token: after } = body;
    const time = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
    const request = { experimentId, fromMs: time(from), toMs: time(to), limit, after };
    return new RepricedPageDto(await this.reprices.repricePage(workspaceId, request));
  }
}
