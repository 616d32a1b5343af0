import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { isAlertEvent, isTraceEvent, type DomainEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { BackgroundSubscription } from '@millrace/service-kit';
import type { EventType } from '@millrace/webhook-events';
import { toRegistryEvent } from './event-message.ts';
import { WebhookOutbox } from './webhook-outbox.ts';

const GROUP = 'webhooks';
/** A webhook hears of traces that complete this long after it was made, at the latest. */
const ASK_AGAIN_MS = 2000;
const MOST_ASKED = 10_000;

/** Tells webhooks of traces and alerts: what comes by DomainEvents, at least once, is queued once. */
@Injectable()
export class EventWebhooksService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(EventWebhooksService.name);
  private readonly asked = new Map<string, { readonly at: number; readonly answer: Promise<boolean> }>();
  private subscription: BackgroundSubscription | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly dataSource: DataSource,
    private readonly outbox: WebhookOutbox,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription = new BackgroundSubscription(
      () => this.events.subscribe(GROUP, (event) => this.take(event)),
      (reason) => this.logger.warn(`Webhooks do not hear of traces and alerts yet, trying again: ${reason}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.subscription?.stop();
  }

  private async take(event: DomainEvent): Promise<void> {
    if (!isTraceEvent(event) && !isAlertEvent(event)) return;
    const { workspaceId, type } = event;
    // Alerts are rare, and may go to webhooks that ask for nothing.
    if (isTraceEvent(event) && !(await this.isAskedFor(workspaceId, type))) return;
    await askDatabase(this.dataSource, (manager) =>
      this.outbox.record(manager, workspaceId, toRegistryEvent(event)),
    );
    this.outbox.notify();
  }

  /** Asked every few seconds, not for every trace. */
  private isAskedFor(workspaceId: string, type: EventType): Promise<boolean> {
    const key = `${workspaceId}/${type}`;
    const known = this.asked.get(key);
    if (known && performance.now() - known.at < ASK_AGAIN_MS) return known.answer;
    const answer = askDatabase(this.dataSource, (manager) =>
      this.outbox.isAskedFor(manager, workspaceId, type),
    );
    if (this.asked.size >= MOST_ASKED) this.asked.clear();
    this.asked.set(key, { at: performance.now(), answer });
    answer.catch(() => this.asked.delete(key));
    return answer;
  }
}
