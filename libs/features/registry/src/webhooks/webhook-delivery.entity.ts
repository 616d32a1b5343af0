import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { EventType } from '@millrace/webhook-events';

export type DeliveryState = 'pending' | 'delivered' | 'failed';

/** One event on its way to one webhook. */
@Entity('webhook_deliveries')
export class WebhookDelivery {
  /** The receiver sees it with every attempt, and knows a repetition by it. */
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  @Column({ name: 'webhook_id', type: 'uuid' })
  webhookId: string = '';

  @Column({ type: 'text' })
  event: EventType = 'prompt.created';

  /** EventData as JSON. */
  @Column({ type: 'text' })
  data: string = '';

  @Column({ type: 'text' })
  state: DeliveryState = 'pending';

  @Column({ type: 'integer' })
  attempts: number = 0;

  @Column({ name: 'next_attempt_time', type: 'bigint', transformer: MILLISECONDS })
  nextAttemptTime: number = 0;

  @Column({ name: 'response_status', type: 'integer', nullable: true })
  responseStatus: number | null = null;

  /** Why the last attempt failed; empty: it did not. */
  @Column({ type: 'text' })
  error: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
