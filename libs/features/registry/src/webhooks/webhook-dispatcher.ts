import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SecretBox } from '@millrace/service-kit';
import { setTimeout as sleep } from 'node:timers/promises';
import { RegistryOptions, type RegistryConfig } from '../registry.config.ts';
import { writeWebhookMessage } from './mlflow-webhook-message.ts';
import { WebhookOutbox } from './webhook-outbox.ts';
import { WebhookQueue, type ClaimedDelivery, type TryResult } from './webhook-queue.ts';
import { WebhookSender, type WebhookAnswer } from './webhook-sender.ts';
import { secretOwner } from './webhooks.service.ts';

const MOST_IN_FLIGHT = 16;
const CLEAN_EVERY_MS = 60 * 60_000;

/**
 * Delivers what is in the outbox, at least once each: what a crash cuts off is tried again. Several processes share the work.
 * A delivery that fails is tried again, each time after twice as long, until it has had its attempts.
 */
@Injectable()
export class WebhookDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly stopping = new AbortController();
  private readonly inFlight = new Set<Promise<void>>();
  private readonly config: RegistryConfig['webhooks'];
  private running: Promise<void> = Promise.resolve();
  private woken = new AbortController();
  private cleanedAt = 0;

  constructor(
    private readonly queue: WebhookQueue,
    private readonly sender: WebhookSender,
    private readonly secrets: SecretBox,
    private readonly outbox: WebhookOutbox,
    { config }: RegistryOptions,
  ) {
    this.config = config.webhooks;
  }

  onApplicationBootstrap(): void {
    this.outbox.onNotify(() => this.woken.abort());
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.woken.abort();
    await this.running;
    await Promise.all(this.inFlight);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.woken = new AbortController();
      const claimed = await this.claim();
      for (const delivery of claimed) this.begin(delivery);
      if (claimed.length === 0 || this.inFlight.size >= MOST_IN_FLIGHT) await this.pause();
    }
  }

  private async claim(): Promise<ClaimedDelivery[]> {
    try {
      if (performance.now() - this.cleanedAt > CLEAN_EVERY_MS) {
        await this.queue.forgetOld();
        this.cleanedAt = performance.now();
      }
      return await this.queue.claim(MOST_IN_FLIGHT - this.inFlight.size);
    } catch (error) {
      this.logger.warn(`The outbox of the webhooks can't be read, it is tried again: ${String(error)}`);
      return [];
    }
  }

  private begin(delivery: ClaimedDelivery): void {
    const work = this.deliver(delivery)
      .catch((error: unknown) => {
        this.logger.warn(`Delivery ${delivery.id} is tried again: ${String(error)}`);
      })
      .finally(() => {
        this.inFlight.delete(work);
        this.woken.abort();
      });
    this.inFlight.add(work);
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const answer = await this.send(delivery);
    // What the stop cut off is no fault of the receiver; its lease runs out and another process goes on.
    if (this.stopping.signal.aborted && !answer.isDelivered) return;
    const result = this.judge(delivery, answer);
    await this.queue.finish(delivery, result);
    if (result.state === 'failed') {
      this.logger.warn(`Webhook ${delivery.webhookId}: gave up delivery ${delivery.id}: ${result.error}`);
    }
  }

  private async send({
    id,
    webhookId,
    url,
    sealedSecret,
    event,
    data,
    time,
  }: ClaimedDelivery): Promise<WebhookAnswer> {
    let secret: string | undefined;
    try {
      secret =
        sealedSecret === undefined ? undefined : this.secrets.open(sealedSecret, secretOwner(webhookId));
    } catch (error) {
      return { isDelivered: false, error: error instanceof Error ? error.message : String(error) };
    }
    const message = writeWebhookMessage({ id, time, type: event, data }, secret, Date.now());
    return this.sender.send(url, message, this.stopping.signal);
  }

  private judge(
    { attempts }: ClaimedDelivery,
    { isDelivered, status, error = '' }: WebhookAnswer,
  ): TryResult {
    if (isDelivered) return { state: 'delivered', status, error: '', waitMs: 0 };
    const { maxAttempts, firstRetryMs } = this.config;
    if (attempts >= maxAttempts) return { state: 'failed', status, error, waitMs: 0 };
    // A quarter of chance, so that what failed together does not come back together.
    const waitMs = Math.round(firstRetryMs * 2 ** (attempts - 1) * (0.75 + Math.random() / 4));
    return { state: 'pending', status, error, waitMs };
  }

  private async pause(): Promise<void> {
    await sleep(this.config.pollMs, undefined, { signal: this.woken.signal }).catch(() => undefined);
  }
}
