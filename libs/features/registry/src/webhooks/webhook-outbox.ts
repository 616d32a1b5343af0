import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventType, RegistryEvent } from './registry-event.ts';

/** Where changes leave word for webhooks: as rows of the transaction that makes the change, so no crash parts the two. */
@Injectable()
export class WebhookOutbox {
  private wake: () => void = () => undefined;

  /**
   * Queues the event for every webhook that asked for it, or for those it names. Part of the transaction of `manager`: all or nothing. An event
   * with an `id` may be told of twice, and is queued once.
   */
  async record(
    manager: EntityManager,
    workspaceId: string,
    { id, type, data, webhookIds }: RegistryEvent,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO webhook_deliveries
         (id, webhook_id, event, data, state, attempts, next_attempt_time, error, creation_time, last_update_time)
       SELECT coalesce(md5(webhook.id::text || $4::text)::uuid, gen_random_uuid()), webhook.id, $2, $3, 'pending', 0, clock.now, '',
              clock.now, clock.now
       FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now) clock, webhooks webhook
       WHERE webhook.workspace_id = $1 AND webhook.is_enabled
         AND CASE WHEN $5::uuid[] IS NULL THEN $2 = ANY (webhook.events) ELSE webhook.id = ANY ($5::uuid[]) END
       ON CONFLICT (id) DO NOTHING`,
      [workspaceId, type, JSON.stringify(data), id ?? null, webhookIds ?? null],
    );
  }

  /** Whether a webhook of the workspace asks for it. */
  async isAskedFor(manager: EntityManager, workspaceId: string, type: EventType): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM webhooks WHERE workspace_id = $1 AND is_enabled AND $2 = ANY (events) LIMIT 1',
      [workspaceId, type],
    );
    return rows.length > 0;
  }

  /** After a commit: what was recorded need not wait for the next look at the outbox. */
  notify(): void {
    this.wake();
  }

  /** Who delivers. */
  onNotify(wake: () => void): void {
    this.wake = wake;
  }
}
