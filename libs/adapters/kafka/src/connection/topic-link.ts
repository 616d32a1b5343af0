import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import type { Admin, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaConfig } from '../kafka.config.ts';
import { explainKafkaError, GOODBYE_MS, settled, within } from './kafka-errors.ts';
import { ensureTopic } from './topics.ts';

const RETRY_MS = 500;
const ANSWER_MS = 10_000;

/** One topic and the admin connection that asks about it. Keeps trying until the brokers are there. */
export class TopicLink {
  private readonly logger = new Logger('Kafka');
  private readonly opened = Promise.withResolvers<number>();
  private readonly stopping = new AbortController();
  private admin: Promise<Admin> | undefined;
  private count: number | undefined;
  private fault: string | undefined;

  constructor(
    readonly kafka: Kafka,
    readonly topic: string,
    private readonly config: KafkaConfig,
  ) {
    this.opened.promise.catch(() => undefined);
  }

  /** Begins to look for the brokers and makes sure of the topic; returns at once. */
  start(): void {
    void this.open();
  }

  /** Resolves to the number of partitions once the topic is there; rejects when stopped before. */
  get ready(): Promise<number> {
    return this.opened.promise;
  }

  /** The number of partitions; throws Unavailable while the brokers have not been reached. */
  get partitions(): number {
    if (this.count !== undefined && !this.stopping.signal.aborted) return this.count;
    const reason = this.stopping.signal.aborted
      ? 'this process is shutting down'
      : (this.fault ?? 'connecting');
    throw new Unavailable(`Kafka at ${this.config.brokers.join(', ')} is not reached yet: ${reason}`);
  }

  /** Asks the brokers; a failed connection is given up, so that the next question makes a new one. */
  async ask<T>(doing: string, question: (admin: Admin) => Promise<T>, timeoutMs = ANSWER_MS): Promise<T> {
    const connecting = (this.admin ??= this.connect());
    try {
      return await within(
        connecting.then((admin) => question(admin)),
        timeoutMs,
        doing,
      );
    } catch (error) {
      if (this.admin === connecting) this.admin = undefined;
      connecting.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  /** Safe twice. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.opened.reject(new Unavailable('Kafka was not reached before the shutdown'));
    const connecting = this.admin;
    this.admin = undefined;
    await settled(
      connecting?.then((admin) => admin.disconnect()),
      GOODBYE_MS,
    );
  }

  private async open(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        this.count = await this.ask(`prepare topic ${this.topic}`, (admin) =>
          ensureTopic(admin, this.topic, this.config),
        );
        if (this.fault !== undefined) this.logger.log(`topic ${this.topic} is reached`);
        return this.opened.resolve(this.count);
      } catch (error) {
        this.noteFault(explainKafkaError(error, `prepare topic ${this.topic}`).message);
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Tells each fault once, not at every try. */
  private noteFault(message: string): void {
    if (!this.stopping.signal.aborted && this.fault !== message) this.logger.warn(`${message}; trying on`);
    this.fault = message;
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: { initialRetryTime: 100, retries: 3, maxRetryTime: 1_000 } });
    try {
      await admin.connect();
      return admin;
    } catch (error) {
      await admin.disconnect().catch(() => undefined);
      throw error;
    }
  }
}
