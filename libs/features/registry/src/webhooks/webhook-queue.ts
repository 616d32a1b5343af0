import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { askDatabase } from '@millrace/access';
import { EVENT_TYPES, type EventData } from '@millrace/webhook-events';
import { RegistryOptions } from '../registry.config.ts';
import type { DeliveryState } from './webhook-delivery.entity.ts';

/** One clock for all processes: PostgreSQL's. */
const NOW_MS = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
/** A webhook that hangs must not keep the others waiting. */
const MOST_AT_A_WEBHOOK = 4;
const LONGEST_RETRY_MS = 60 * 60_000;
const KEPT_MS = 7 * 24 * 60 * 60_000;

const claimed = z.object({
  id: z.string(),
  webhook_id: z.string(),
  url: z.string(),
  secret: z.string().nullable(),
  event: z.enum(EVENT_TYPES),
  data: z.string(),
  attempts: z.int(),
  creation_time: z.coerce.number(),
});

/** A delivery that this process may try now, and nobody else. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly sealedSecret: string | undefined;
  readonly event: (typeof EVENT_TYPES)[number];
  readonly data: EventData;
  readonly attempts: number;
  readonly time: number;
}

/** How a try ended. */
export interface TryResult {
  readonly state: DeliveryState;
  readonly status: number | undefined;
  readonly error: string;
  /** Of a pending one: how long until it is tried again. */
  readonly waitMs: number;
}

/** The outbox as those see it who deliver. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class WebhookQueue {
  private readonly leaseMs: number;

  constructor(
    private readonly dataSource: DataSource,
    { config }: RegistryOptions,
  ) {
    this.leaseMs = 2 * config.webhooks.timeoutMs;
  }

  /** At most `most`, those that wait longest first. A process that dies with one leaves it to the others after a while. */
  async claim(most: number): Promise<ClaimedDelivery[]> {
    const rows: unknown = await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `WITH due AS (
           SELECT delivery.id, webhook.url, webhook.secret FROM webhooks webhook
           CROSS JOIN LATERAL (
             SELECT id, next_attempt_time FROM webhook_deliveries
             WHERE webhook_id = webhook.id AND state = 'pending' AND next_attempt_time <= ${NOW_MS}
             ORDER BY next_attempt_time LIMIT ${MOST_AT_A_WEBHOOK} FOR UPDATE SKIP LOCKED
           ) delivery
           WHERE webhook.is_enabled ORDER BY delivery.next_attempt_time LIMIT $1
         ), taken AS (
           UPDATE webhook_deliveries delivery
           SET attempts = attempts + 1, next_attempt_time = ${NOW_MS} + $2::bigint
           FROM due WHERE delivery.id = due.id
           RETURNING delivery.id, webhook_id, url, secret, event, data, attempts, creation_time
         ) SELECT * FROM taken`,
        [most, this.leaseMs],
      ),
    );
    return z.array(claimed).parse(rows).map(toClaimed);
  }

  /** Nothing happens when the lease ran out and another has it. */
  async finish(
    { id, attempts }: ClaimedDelivery,
    { state, status, error, waitMs }: TryResult,
  ): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `UPDATE webhook_deliveries SET state = $3, response_status = $4, error = $5,
           next_attempt_time = ${NOW_MS} + $6::bigint, last_update_time = ${NOW_MS}
         WHERE id = $1 AND attempts = $2 AND state = 'pending'`,
        [id, attempts, state, status ?? null, error, Math.min(waitMs, LONGEST_RETRY_MS)],
      ),
    );
  }

  /** Deliveries of a week ago are forgotten, however they ended. */
  async forgetOld(): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.query(`DELETE FROM webhook_deliveries WHERE creation_time < ${NOW_MS} - $1::bigint`, [KEPT_MS]),
    );
  }
}

function toClaimed(row: z.output<typeof claimed>): ClaimedDelivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    url: row.url,
    sealedSecret: row.secret ?? undefined,
    event: row.event,
    // Written by the outbox.
    data: JSON.parse(row.data) as EventData,
    attempts: row.attempts,
    time: row.creation_time,
  };
}
