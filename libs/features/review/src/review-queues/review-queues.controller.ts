import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { parseTraceId } from '@millrace/domain';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createQueueBody,
  listQueuesQuery,
  ReviewQueueDto,
  ReviewQueuePageDto,
  updateQueueBody,
  userQueueBody,
  type CreateQueueBody,
  type ListQueuesQuery,
  type UpdateQueueBody,
  type UserQueueBody,
} from './review-queues.dto.ts';
import { ReviewQueuesService } from './review-queues.service.ts';

const QUEUE_ID = { name: 'queue_id' };

@ApiTags('review queues')
@Controller('api/v1/review-queues')
export class ReviewQueuesController {
  constructor(private readonly queues: ReviewQueuesService) {}

  @Get()
  @ApiOperation({ operationId: 'listReviewQueues', summary: 'Queues of traces to review, the newest first' })
  @ApiZodQuery(listQueuesQuery)
  @ApiOkResponse({ type: ReviewQueuePageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listQueuesQuery)) query: ListQueuesQuery,
  ): Promise<ReviewQueuePageDto> {
    const { rows, next } = await this.queues.list(workspaceId, {
      experimentId: query.experiment_id,
      user: query.user,
      traceId: query.trace_id === undefined ? undefined : (parseTraceId(query.trace_id) ?? ''),
      limit: query.limit,
      pageToken: query.page_token,
    });
    return new ReviewQueuePageDto(rows, next);
  }

  @Post()
  @ApiOperation({ operationId: 'createReviewQueue', summary: 'Make a queue for some people and questions' })
  @ApiZodBody(createQueueBody)
  @ApiCreatedResponse({ type: ReviewQueueDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createQueueBody)) body: CreateQueueBody,
  ): Promise<ReviewQueueDto> {
    const queue = await this.queues.create(workspaceId, {
      experimentId: body.experiment_id,
      name: body.name,
      kind: 'custom',
      users: body.users,
      schemaIds: body.schema_ids,
      createdBy: body.created_by,
    });
    return new ReviewQueueDto(queue);
  }

  @Post('of-user')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'getReviewQueueOfUser',
    summary: 'The one queue of a user, made at the first call',
  })
  @ApiZodBody(userQueueBody)
  @ApiOkResponse({ type: ReviewQueueDto })
  async getOfUser(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(userQueueBody)) body: UserQueueBody,
  ): Promise<ReviewQueueDto> {
    return new ReviewQueueDto(
      await this.queues.getOrCreateOfUser(workspaceId, body.experiment_id, body.user),
    );
  }

  @Get(':queue_id')
  @ApiOperation({ operationId: 'getReviewQueue', summary: 'One queue' })
  @ApiParam(QUEUE_ID)
  @ApiOkResponse({ type: ReviewQueueDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('queue_id') id: string): Promise<ReviewQueueDto> {
    return new ReviewQueueDto(await this.queues.get(workspaceId, id));
  }

  @Patch(':queue_id')
  @ApiOperation({
    operationId: 'updateReviewQueue',
    summary: 'Change a queue; what is absent stays',
    description: 'Its questions only while it has no items. A user queue never changes.',
  })
  @ApiParam(QUEUE_ID)
  @ApiZodBody(updateQueueBody)
  @ApiOkResponse({ type: ReviewQueueDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('queue_id') id: string,
    @Body(new ZodPipe(updateQueueBody)) body: UpdateQueueBody,
  ): Promise<ReviewQueueDto> {
    const { name, users, schema_ids: schemaIds, owner } = body;
    return new ReviewQueueDto(await this.queues.update(workspaceId, id, { name, users, schemaIds, owner }));
  }

  @Delete(':queue_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteReviewQueue',
    summary: 'Remove a queue with its items',
    description: 'No fault if there is none. Assessments of its traces stay.',
  })
  @ApiParam(QUEUE_ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('queue_id') id: string): Promise<void> {
    await this.queues.delete(workspaceId, id);
  }
}
