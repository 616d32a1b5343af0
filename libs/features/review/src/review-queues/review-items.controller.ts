import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { ReviewItemsService } from './review-items.service.ts';
import {
  addItemsBody,
  listItemsQuery,
  ReviewItemDto,
  ReviewItemPageDto,
  setStatusBody,
  type AddItemsBody,
  type ListItemsQuery,
  type SetStatusBody,
} from './review-queues.dto.ts';

const QUEUE_ID = { name: 'queue_id' };
const TRACE_ID = { name: 'trace_id', description: '32 hex digits, with or without tr-' };

@ApiTags('review queues')
@Controller('api/v1/review-queues/:queue_id/items')
export class ReviewItemsController {
  constructor(private readonly items: ReviewItemsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listReviewItems',
    summary: 'Traces in a queue, those added last first',
    description: 'Traces deleted since are not among them.',
  })
  @ApiParam(QUEUE_ID)
  @ApiZodQuery(listItemsQuery)
  @ApiOkResponse({ type: ReviewItemPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Param('queue_id') id: string,
    @Query(new ZodPipe(listItemsQuery)) query: ListItemsQuery,
  ): Promise<ReviewItemPageDto> {
    const { status, limit, page_token: pageToken } = query;
    const { rows, next } = await this.items.list(workspaceId, id, { status, limit, pageToken });
    return new ReviewItemPageDto(rows, next);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'addReviewItems',
    summary: 'Put traces into a queue',
    description: 'All or none. One that is there already stays as it is.',
  })
  @ApiParam(QUEUE_ID)
  @ApiZodBody(addItemsBody)
  @ApiOkResponse({ type: ReviewItemPageDto })
  async add(
    @CurrentWorkspace() workspaceId: string,
    @Param('queue_id') id: string,
    @Body(new ZodPipe(addItemsBody)) body: AddItemsBody,
  ): Promise<ReviewItemPageDto> {
    return new ReviewItemPageDto(await this.items.add(workspaceId, id, body.trace_ids));
  }

  @Put(':trace_id/status')
  @ApiOperation({ operationId: 'setReviewItemStatus', summary: 'Say how far the review of a trace is' })
  @ApiParam(QUEUE_ID)
  @ApiParam(TRACE_ID)
  @ApiZodBody(setStatusBody)
  @ApiOkResponse({ type: ReviewItemDto })
  async setStatus(
    @CurrentWorkspace() workspaceId: string,
    @Param('queue_id') id: string,
    @Param('trace_id') traceId: string,
    @Body(new ZodPipe(setStatusBody)) { status, completed_by: completedBy }: SetStatusBody,
  ): Promise<ReviewItemDto> {
    return new ReviewItemDto(await this.items.setStatus(workspaceId, id, traceId, { status, completedBy }));
  }

  @Delete(':trace_id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeReviewItem', summary: 'Take a trace out of a queue' })
  @ApiParam(QUEUE_ID)
  @ApiParam(TRACE_ID)
  @ApiNoContentResponse()
  async remove(
    @CurrentWorkspace() workspaceId: string,
    @Param('queue_id') id: string,
    @Param('trace_id') traceId: string,
  ): Promise<void> {
    await this.items.remove(workspaceId, id, [traceId]);
  }
}
