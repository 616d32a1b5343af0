import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import {
  itemIdsMessage,
  listItemsMessage,
  setStatusMessage,
  toItemStatus,
  toMlflowItem,
} from './mlflow-review-queues.dto.ts';
import { ReviewItemsService } from './review-items.service.ts';

const WORKSPACE = DEFAULT_WORKSPACE_ID;

/** MLflow's calls about the traces in review queues. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'review-queues/items'))
export class MlflowReviewItemsController {
  constructor(private readonly items: ReviewItemsService) {}

  @Post('add')
  @HttpCode(200)
  async add(@MlflowParameters(itemIdsMessage) message: z.output<typeof itemIdsMessage>) {
    const items = await this.items.add(WORKSPACE, message.queue_id, message.item_ids);
    return { items: items.map(toMlflowItem) };
  }

  @Post('remove')
  @HttpCode(200)
  async remove(@MlflowParameters(itemIdsMessage) message: z.output<typeof itemIdsMessage>) {
    await this.items.remove(WORKSPACE, message.queue_id, message.item_ids);
    return {};
  }

  @Get('list')
  async list(@MlflowParameters(listItemsMessage) message: z.output<typeof listItemsMessage>) {
    const { status } = message;
    const { rows, next } = await this.items.list(WORKSPACE, message.queue_id, {
      status: status === 'REVIEW_STATUS_UNSPECIFIED' ? undefined : toItemStatus(status),
      limit: message.max_results,
      pageToken: message.page_token,
    });
    return { ...(rows.length > 0 && { items: rows.map(toMlflowItem) }), next_page_token: next ?? '' };
  }

  @Post('set-status')
  @HttpCode(200)
  async setStatus(@MlflowParameters(setStatusMessage) message: z.output<typeof setStatusMessage>) {
    const item = await this.items.setStatus(WORKSPACE, message.queue_id, message.item_id, {
      status: toItemStatus(message.status),
      completedBy: message.completed_by,
    });
    return { item: toMlflowItem(item) };
  }
}
