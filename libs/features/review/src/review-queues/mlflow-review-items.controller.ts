import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import {
  itemIdsMessage,
  listItemsMessage,
  setStatusMessage,
  toItemStatus,
  toMlflowItem,
} from './mlflow-review-queues.dto.ts';
import { ReviewItemsService } from './review-items.service.ts';

/** MLflow's calls about the traces in review queues. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'review-queues/items'))
export class MlflowReviewItemsController {
  constructor(private readonly items: ReviewItemsService) {}

  @Post('add')
  @HttpCode(200)
  async add(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(itemIdsMessage) message: z.output<typeof itemIdsMessage>,
  ) {
    const items = await this.items.add(workspaceId, message.queue_id, message.item_ids);
    return { items: items.map(toMlflowItem) };
  }

  @Post('remove')
  @HttpCode(200)
  async remove(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(itemIdsMessage) message: z.output<typeof itemIdsMessage>,
  ) {
    await this.items.remove(workspaceId, message.queue_id, message.item_ids);
    return {};
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listItemsMessage) message: z.output<typeof listItemsMessage>,
  ) {
    const { status } = message;
    const { rows, next } = await this.items.list(workspaceId, message.queue_id, {
      status: status === 'REVIEW_STATUS_UNSPECIFIED' ? undefined : toItemStatus(status),
      limit: message.max_results,
      pageToken: message.page_token,
    });
    return { ...(rows.length > 0 && { items: rows.map(toMlflowItem) }), next_page_token: next ?? '' };
  }

  @Post('set-status')
  @HttpCode(200)
  async setStatus(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(setStatusMessage) message: z.output<typeof setStatusMessage>,
  ) {
    const item = await this.items.setStatus(workspaceId, message.queue_id, message.item_id, {
      status: toItemStatus(message.status),
      completedBy: message.completed_by,
    });
    return { item: toMlflowItem(item) };
  }
}
