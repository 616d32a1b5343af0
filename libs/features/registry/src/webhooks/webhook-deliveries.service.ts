import { Injectable } from '@nestjs/common';
import { Any, DataSource } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { inOrderOf, searchIds } from '../search/search-ids.ts';
import type { Bind, SearchTable } from '../search/search-table.ts';
import { WebhookDelivery, type DeliveryState } from './webhook-delivery.entity.ts';
import { WebhookOutbox } from './webhook-outbox.ts';
import { findWebhook } from './webhooks.service.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TABLE: SearchTable = {
  from: 'webhook_deliveries delivery',
  id: 'delivery.id',
  attributes: { creation_time: { sql: 'delivery.creation_time', kind: 'number' } },
  attributePrefixes: [],
  defaultOrder: ['creation_time DESC'],
};

export interface DeliverySearch {
  readonly state: DeliveryState | undefined;
  readonly limit: number;
  readonly pageToken: string | undefined;
}

export interface DeliveryPage {
  readonly deliveries: readonly WebhookDelivery[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** What became of deliveries, for a week. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: WebhookOutbox,
  ) {}

  /** The newest first. */
  list(
    workspaceId: string,
    webhookId: string,
    { state, limit, pageToken }: DeliverySearch,
  ): Promise<DeliveryPage> {
    return askDatabase(this.dataSource, async (manager) => {
      const { id: owner } = await findWebhook(manager, workspaceId, webhookId);
      const search = { filter: '', orderBy: [], limit, pageToken };
      const scope = (bind: Bind) => [
        `delivery.webhook_id = ${bind(owner)}::uuid`,
        ...(state ? [`delivery.state = ${bind(state)}`] : []),
      ];
      const { ids, ...rest } = await searchIds(manager, TABLE, search, { scope, identity: [owner, state] });
      const found = await manager.findBy(WebhookDelivery, { id: Any([...ids]) });
      return { deliveries: inOrderOf(ids, found, ({ id }) => id), ...rest };
    });
  }

  /** Tries one again at once, with all its attempts before it. */
  async repeat(workspaceId: string, webhookId: string, id: string): Promise<WebhookDelivery> {
    const repeated = await changeDatabase(this.dataSource, 'It is being repeated.', async (manager) => {
      const { id: owner } = await findWebhook(manager, workspaceId, webhookId);
      const key = { id: ID.test(id) ? id : '00000000-0000-0000-0000-000000000000', webhookId: owner };
      const again = {
        state: 'pending' as const,
        attempts: 0,
        nextAttemptTime: 0,
        lastUpdateTime: Date.now(),
      };
      await manager.update(WebhookDelivery, key, again);
      return manager.findOneBy(WebhookDelivery, key);
    });
    if (!repeated) throw new Rejected(`The webhook has no delivery ${id.slice(0, 100)}.`, 'not-found');
    this.outbox.notify();
    return repeated;
  }
}
