import type { EntityManager } from 'typeorm';
import type { RegistryEvent } from './registry-event.ts';

/**
 * Queues the event for every webhook that asked for it, or for those it names. Part of the transaction of `manager`: all or nothing,
 * so no crash parts the change from the word of it. An event with an `id` may be told of twice, and is queued once.
 */
export async function recordEvent(
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
