import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { Redis } from 'ioredis';
import type { RedisConfig } from './redis.config.ts';

const CONNECT_MS = 2_000;
const COMMAND_MS = 5_000;
const MAX_RECONNECT_MS = 2_000;

/** The connection to Redis: made at the first use, made again for as long as the process lives. */
@Injectable()
export class RedisConnection implements OnApplicationShutdown {
  readonly client: Redis;
  private readonly logger = new Logger('Redis');
  private fault: string | undefined;

  constructor(config: RedisConfig) {
    this.client = new Redis(config.url, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      // A command fails at once when Redis is away; the caller decides whether to wait.
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(100 * tries, MAX_RECONNECT_MS),
    });
    this.client.on('error', (error: Error) => this.noteFault(error));
    this.client.on('ready', () => this.noteRecovery());
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
  onApplicationShutdown(): void {
    this.client.disconnect();
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
