import type { JobStatus } from '@millrace/ports';
import type { Redis } from 'ioredis';
import { KEPT_SECONDS } from './job-data.ts';
import { PREFIX } from './kind-queues.ts';
import type { RedisConnection } from './redis-connection.ts';
import { askRedis } from './redis-errors.ts';

const CHANNEL = `${PREFIX}:cancelled-jobs`;

/** BullMQ has no cancelled jobs: what they were is kept here for a while, and those who run them are told. */
export class Cancellations {
  private readonly listeners = new Set<(id: string) => void>();
  private subscriber: Redis | undefined;

  constructor(private readonly connection: RedisConnection) {}

  async note(job: JobStatus): Promise<void> {
    const status: JobStatus = { ...job, state: 'cancelled' };
    await askRedis(() =>
      this.connection.client.set(keyOf(job.id), JSON.stringify(status), 'EX', KEPT_SECONDS),
    );
  }

  async tell(id: string): Promise<void> {
    await askRedis(() => this.connection.client.publish(CHANNEL, id));
  }

  async find(id: string): Promise<JobStatus | undefined> {
    const text = await askRedis(() => this.connection.client.get(keyOf(id)));
    // Written by `note` alone.
    return text === null ? undefined : (JSON.parse(text) as JobStatus);
  }

  /** `listener` hears the ids of jobs that are cancelled from now on. Returns how to end it. */
  hear(listener: (id: string) => void): () => void {
    this.listeners.add(listener);
    this.subscriber ??= this.subscribe();
    return () => void this.listeners.delete(listener);
  }

  /** Safe twice. */
  close(): void {
    this.subscriber?.disconnect();
  }

  private subscribe(): Redis {
    const subscriber = this.connection.open();
    subscriber.on('message', (_channel: string, id: string) => {
      for (const listener of this.listeners) listener(id);
    });
    // ioredis subscribes again whenever it is connected again.
    subscriber.subscribe(CHANNEL).catch(() => undefined);
    return subscriber;
  }
}

function keyOf(id: string): string {
  return `${PREFIX}:cancelled:${id}`;
}
