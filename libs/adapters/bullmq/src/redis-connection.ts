import { Unavailable } from '@millrace/domain';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { RedisConfig } from './redis.config.ts';

const CONNECT_MS = 2_000;
const COMMAND_MS = 5_000;
const MAX_RECONNECT_MS = 2_000;
/** A connection that was lost without a word would else swallow commands for as long as the kernel sends them again. */
const SILENCE_MS = 2 * COMMAND_MS;
/** BullMQ lets Redis hold an answer back for 10 s. */
const BLOCKING_SILENCE_MS = 30_000;

/** The connection to Redis: made at the first use, made again for as long as the process lives. */
export class RedisConnection {
  readonly client: Redis;
  private readonly logger = new Logger('Redis');
  private fault: string | undefined;

  constructor(private readonly config: RedisConfig) {
    this.client = new Redis(config.url, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      socketTimeout: SILENCE_MS,
      // A command fails at once when Redis is away; the caller decides whether to wait.
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(100 * tries, MAX_RECONNECT_MS),
    });
    this.client.on('error', (error: Error) => this.noteFault(error));
    this.client.on('ready', () => {
      this.noteRecovery();
      void this.warnOfEviction();
    });
    // BullMQ listens for each of its queues.
    this.client.setMaxListeners(100);
  }

  /** One more, whose commands wait for as long as Redis is away: for what blocks or listens. The caller disconnects it. */
  open(): Redis {
    const client = new Redis(this.config.url, {
      connectTimeout: CONNECT_MS,
      socketTimeout: BLOCKING_SILENCE_MS,
      maxRetriesPerRequest: null,
      retryStrategy: (tries) => Math.min(100 * tries, MAX_RECONNECT_MS),
    });
    client.setMaxListeners(100);
    client.on('error', () => undefined);
    return client;
  }

  /** Resolves when Redis answers; throws Unavailable saying why not. */
  async checkReady(): Promise<void> {
    try {
      await this.client.ping();
    } catch (error) {
      const reason = this.fault ?? (error instanceof Error ? error.message : String(error));
      throw new Unavailable(`Redis does not answer: ${reason}`, 1_000, { cause: error });
    }
  }

  /** Safe twice. */
  close(): void {
    this.client.disconnect();
  }

  /** A Redis that evicts keys when its memory is full loses jobs without a word. */
  private async warnOfEviction(): Promise<void> {
    const memory = await this.client.info('memory').catch(() => '');
    const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1];
    if (policy === undefined || policy === 'noeviction') return;
    this.logger.warn(
      `Redis may evict jobs when its memory is full: set maxmemory-policy to noeviction, it is ${policy}.`,
    );
  }

  /** ioredis repeats its fault at every try; an operator needs it once. */
  private noteFault(error: Error): void {
    const reason = error instanceof AggregateError ? error.errors.map(String).join(', ') : error.message;
    if (this.fault === undefined) this.logger.warn(`Redis is not reached, trying on: ${reason}`);
    this.fault = reason;
  }

  private noteRecovery(): void {
    if (this.fault !== undefined) this.logger.log('Redis is reached again');
    this.fault = undefined;
  }
}
