import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
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

const WORKSPACE = DEFAULT_WORKSPACE_ID;

/** MLflow's calls about review queues. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'review-queues'))
export class MlflowReviewQueuesController {
  constructor(private readonly queues: ReviewQueuesService) {}

  @Post('create')
  @HttpCode(200)
  async create(@MlflowParameters(createQueueMessage) message: z.output<typeof createQueueMessage>) {
    const queue = await this.queues.create({
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
  async getOrCreateOfUser(@MlflowParameters(userQueueMessage) message: z.output<typeof userQueueMessage>) {
    const queue = await this.queues.getOrCreateOfUser(message.experiment_id, message.user);
    return { review_queue: toMlflowQueue(queue) };
  }

  @Get('get')
  async get(@MlflowParameters(queueIdMessage) { queue_id: id }: z.output<typeof queueIdMessage>) {
    return { review_queue: toMlflowQueue(await this.queues.get(WORKSPACE, id)) };
  }

  @Get('get-by-name')
  async getByName(@MlflowParameters(queueNameMessage) message: z.output<typeof queueNameMessage>) {
    const queue = await this.queues.getByName(message.experiment_id, message.name);
    return { review_queue: toMlflowQueue(queue) };
  }

  @Get('list')
  async list(@MlflowParameters(listQueuesMessage) message: z.output<typeof listQueuesMessage>) {
    const { rows, next } = await this.queues.list({
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
  async update(@MlflowParameters(updateQueueMessage) message: z.output<typeof updateQueueMessage>) {
    const queue = await this.queues.update(WORKSPACE, message.queue_id, {
      name: message.name,
      users: message.update_users ? message.users : undefined,
      schemaIds: message.update_schema_ids ? message.schema_ids : undefined,
      owner: message.new_owner,
    });
    return { review_queue: toMlflowQueue(queue) };
  }

  @Post('delete')
  @HttpCode(200)
  async delete(@MlflowParameters(queueIdMessage) { queue_id: id }: z.output<typeof queueIdMessage>) {
    await this.queues.delete(WORKSPACE, id);
    return {};
  }
}
