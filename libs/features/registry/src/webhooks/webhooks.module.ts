import { Module } from '@nestjs/common';
import { EventWebhooksService } from './event-webhooks.service.ts';
import { MlflowWebhooksController } from './mlflow-webhooks.controller.ts';
import { WebhookDeliveriesService } from './webhook-deliveries.service.ts';
import { WebhookDispatcher } from './webhook-dispatcher.ts';
import { WebhookOutbox } from './webhook-outbox.ts';
import { WebhookQueue } from './webhook-queue.ts';
import { WebhookSender } from './webhook-sender.ts';
import { WebhooksController } from './webhooks.controller.ts';
import { WebhooksService } from './webhooks.service.ts';

/** Who is told of changes of the registry, of traces and alerts. Needs SecretsModule and DomainEvents. */
@Module({
  controllers: [WebhooksController, MlflowWebhooksController],
  providers: [
    EventWebhooksService,
    WebhooksService,
    WebhookDeliveriesService,
    WebhookOutbox,
    WebhookQueue,
    WebhookSender,
    WebhookDispatcher,
  ],
  exports: [WebhookOutbox],
})
export class WebhooksModule {}
