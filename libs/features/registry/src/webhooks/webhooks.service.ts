import { Injectable } from '@nestjs/common';
import { Any, DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, SecretBox } from '@millrace/service-kit';
import { randomUUID } from 'node:crypto';
import { exampleEvent, type EventType } from '@millrace/webhook-events';
import { inOrderOf, searchIds } from '../search/search-ids.ts';
import type { SearchTable } from '../search/search-table.ts';
import { writeWebhookMessage } from './mlflow-webhook-message.ts';
import { WebhookSender, type WebhookAnswer } from './webhook-sender.ts';
import { Webhook } from './webhook.entity.ts';

/** Each is looked at with every change. */
const MOST_WEBHOOKS = 1000;
const LONGEST_URL = 2000;
const LONGEST_DESCRIPTION = 10_000;
const LONGEST_SECRET = 1000;
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TABLE: SearchTable = {
  from: 'webhooks webhook',
  id: 'webhook.id',
  attributes: { creation_time: { sql: 'webhook.creation_time', kind: 'number' } },
  attributePrefixes: [],
  defaultOrder: ['creation_time DESC'],
};

/** What users say of a webhook. */
export interface WebhookSettings {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly events: readonly EventType[];
  /** Empty: deliveries are not signed. */
  readonly secret: string;
  readonly isEnabled: boolean;
}

/** Nothing is said of what is undefined. */
export type WebhookChange = {
  readonly [Field in keyof WebhookSettings]?: WebhookSettings[Field] | undefined;
};

export interface WebhookPage {
  readonly webhooks: readonly Webhook[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** Who is told of changes. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: WebhookSender,
    private readonly secrets: SecretBox,
  ) {}

  /** The newest first. */
  list(workspaceId: string, limit: number, pageToken: string | undefined): Promise<WebhookPage> {
    return askDatabase(this.dataSource, async (manager) => {
      const search = { filter: '', orderBy: [], limit, pageToken };
      const scope = {
        scope: (bind: (value: unknown) => string) => [`webhook.workspace_id = ${bind(workspaceId)}`],
      };
      const { ids, ...rest } = await searchIds(manager, TABLE, search, scope);
      const found = await manager.findBy(Webhook, { id: Any([...ids]), workspaceId });
      return { webhooks: inOrderOf(ids, found, ({ id }) => id), ...rest };
    });
  }

  get(workspaceId: string, id: string): Promise<Webhook> {
    return askDatabase(this.dataSource, (manager) => findWebhook(manager, workspaceId, id));
  }

  async create(workspaceId: string, settings: WebhookSettings): Promise<Webhook> {
    this.check(settings);
    const { name, description, url, events, secret, isEnabled } = settings;
    const id = randomUUID();
    const now = Date.now();
    const sealed = this.seal(id, secret);
    return this.changing(async (manager) => {
      if ((await manager.countBy(Webhook, { workspaceId })) >= MOST_WEBHOOKS) {
        throw new Rejected(`A workspace has at most ${MOST_WEBHOOKS} webhooks: delete one first.`);
      }
      const row = { id, workspaceId, name, description, url, isEnabled, secret: sealed };
      const times = { creationTime: now, lastUpdateTime: now };
      await manager.insert(Webhook, { ...row, ...times, events: [...new Set(events)] });
      return findWebhook(manager, workspaceId, id);
    });
  }

  async update(workspaceId: string, id: string, change: WebhookChange): Promise<Webhook> {
    this.check(change);
    const { secret, events, ...rest } = change;
    return this.changing(async (manager) => {
      const webhook = await findWebhook(manager, workspaceId, id);
      const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      await manager.update(Webhook, webhook.id, {
        ...told,
        ...(events && { events: [...new Set(events)] }),
        ...(secret !== undefined && { secret: this.seal(webhook.id, secret) }),
        lastUpdateTime: Date.now(),
      });
      return findWebhook(manager, workspaceId, webhook.id);
    });
  }

  /** What it was still to be told goes too. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.changing(async (manager) => {
      const webhook = await findWebhook(manager, workspaceId, id);
      await manager.delete(Webhook, webhook.id);
    });
  }

  /** Sends an event that never happened, once, and says how that went. */
  async try(workspaceId: string, id: string, event: EventType | undefined): Promise<WebhookAnswer> {
    const webhook = await this.get(workspaceId, id);
    const secret =
      webhook.secret === null ? undefined : this.secrets.open(webhook.secret, secretOwner(webhook.id));
    const type = event ?? webhook.events[0] ?? 'prompt.created';
    const now = Date.now();
    const message = writeWebhookMessage({ id: randomUUID(), time: now, ...exampleEvent(type) }, secret, now);
    return this.sender.send(webhook.url, message, new AbortController().signal);
  }

  private check({ name, description = '', url, events, secret = '' }: WebhookChange): void {
    if (name !== undefined && !NAME.test(name)) {
      throw new Rejected(
        `Webhook name '${name.slice(0, 100)}' is invalid. It must start and end with a letter or digit, have at most 63 characters, and contain only letters, digits, dots (.), underscores (_), and hyphens (-).`,
      );
    }
    checkLength('The description of a webhook', description, LONGEST_DESCRIPTION);
    checkLength('The secret of a webhook', secret, LONGEST_SECRET);
    checkLength('The URL of a webhook', url ?? '', LONGEST_URL);
    if (events?.length === 0) throw new Rejected('Webhook events must be a non-empty list.');
    const refusal = url === undefined ? undefined : this.sender.refusalOf(url);
    if (refusal !== undefined) throw new Rejected(refusal);
  }

  private seal(id: string, secret: string): string | null {
    return secret === '' ? null : this.secrets.seal(secret, secretOwner(id));
  }

  private changing<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, 'A webhook has this id already: try again.', work);
  }
}

/** Throws Rejected ('not-found') for an unknown one. */
export async function findWebhook(manager: EntityManager, workspaceId: string, id: string): Promise<Webhook> {
  const found = ID.test(id) ? await manager.findOneBy(Webhook, { id, workspaceId }) : undefined;
  if (found) return found;
  throw new Rejected(`Webhook with ID ${id.slice(0, 100)} not found.`, 'not-found');
}

/** What the secret of a webhook is sealed for. */
export function secretOwner(webhookId: string): string {
  return `webhook:${webhookId}`;
}
