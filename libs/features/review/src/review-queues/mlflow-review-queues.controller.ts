import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { parseTraceId } from '@millrace/domain';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import {
  createQueueMessage,
  listQueuesMessage,
  queueIdMessage,
  queueNameMessage,
  toMlflowQueue,
  updateQueueMessage,
  userQueueMessage,
} from './mlflow-review-queues.dto.ts';
import { ReviewQueuesService } from './review-queues.service.ts';

/** MLflow's calls about review queues. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'review-queues'))
export class MlflowReviewQueuesController {
  constructor(private readonly queues: ReviewQueuesService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createQueueMessage) message: z.output<typeof createQueueMessage>,
  ) {
    const queue = await this.queues.create(workspaceId, {
      experimentId: message.experiment_id,
      name: message.name,
      kind: message.queue_type === 'USER' ? 'user' : 'custom',
      users: message.users,
      schemaIds: message.schema_ids,
      createdBy: message.created_by || undefined,
    });
    return { review_queue: toMlflowQueue(queue) };
  }

  @Post('get-or-create-user')
  @HttpCode(200)
  async getOrCreateOfUser(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(userQueueMessage) message: z.output<typeof userQueueMessage>,
  ) {
    const queue = await this.queues.getOrCreateOfUser(workspaceId, message.experiment_id, message.user);
    return { review_queue: toMlflowQueue(queue) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(queueIdMessage) { queue_id: id }: z.output<typeof queueIdMessage>,
  ) {
    return { review_queue: toMlflowQueue(await this.queues.get(workspaceId, id)) };
  }

  @Get('get-by-name')
  async getByName(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(queueNameMessage) message: z.output<typeof queueNameMessage>,
  ) {
    const queue = await this.queues.getByName(workspaceId, message.experiment_id, message.name);
    return { review_queue: toMlflowQueue(queue) };
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listQueuesMessage) message: z.output<typeof listQueuesMessage>,
  ) {
    const { rows, next } = await this.queues.list(workspaceId, {
      experimentId: message.experiment_id,
      user: message.user,
      traceId: message.item_id === undefined ? undefined : (parseTraceId(message.item_id) ?? ''),
      limit: message.max_results,
      pageToken: message.page_token,
    });
    return {
      ...(rows.length > 0 && { review_queues: rows.map(toMlflowQueue) }),
      next_page_token: next ?? '',
    };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateQueueMessage) message: z.output<typeof updateQueueMessage>,
  ) {
    const queue = await this.queues.update(workspaceId, message.queue_id, {
      name: message.name,
      users: message.update_users ? message.users : undefined,
      schemaIds: message.update_schema_ids ? message.schema_ids : undefined,
      owner: message.new_owner,
    });
    return { review_queue: toMlflowQueue(queue) };
  }

  @Post('delete')
  @HttpCode(200)
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(queueIdMessage) { queue_id: id }: z.output<typeof queueIdMessage>,
  ) {
    await this.queues.delete(workspaceId, id);
    return {};
  }
}
