import type { JobKind } from '@millrace/ports';
import { Queue } from 'bullmq';
import type { JobData } from './job-data.ts';
import type { RedisConnection } from './redis-connection.ts';
import { askRedis } from './redis-errors.ts';

export const PREFIX = 'millrace';
const KINDS = `${PREFIX}:job-kinds`;

export type KindQueue = Queue<JobData, unknown, string>;

/** BullMQ's queues, one for each kind of job. */
export class KindQueues {
  private readonly queues = new Map<string, Promise<KindQueue>>();
  private readonly announced = new Set<string>();

  constructor(private readonly connection: RedisConnection) {}

  /** Runs `work` on the queue of a kind. Throws Unavailable while Redis is away. */
  use<Result>(kind: string, work: (queue: KindQueue) => Promise<Result>): Promise<Result> {
    return askRedis(async () => work(await this.open(kind)));
  }

  /** Makes the kind known to every process. */
  async announce(kind: JobKind<unknown>): Promise<void> {
    if (this.announced.has(kind.name)) return;
    await askRedis(() => this.connection.client.sadd(KINDS, kind.name));
    this.announced.add(kind.name);
  }

  /** Every kind of which there ever was a job or a worker. */
  async list(): Promise<string[]> {
    const kinds = await askRedis(() => this.connection.client.smembers(KINDS));
    return kinds.sort();
  }

  /** A queue that could not ask Redis for its version when it was made stays broken: another is made at the next use. */
  private open(kind: string): Promise<KindQueue> {
    const known = this.queues.get(kind);
    if (known !== undefined) return known;
    const opening = this.make(kind).catch((error: unknown) => {
      this.queues.delete(kind);
      throw error;
    });
    this.queues.set(kind, opening);
    return opening;
  }

  private async make(kind: string): Promise<KindQueue> {
    await this.connection.client.ping();
    const queue: KindQueue = new Queue(kind, {
      connection: this.connection.client,
      prefix: PREFIX,
      skipWaitingForReady: true,
    });
    // The connection tells its faults itself.
    queue.on('error', () => undefined);
    await queue.waitUntilReady();
    return queue;
  }
}
