import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describeJobQueue } from '@millrace/port-contracts';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll } from 'vitest';
import { startRedis, type RedisServer } from '../../../../test/support/servers/index.ts';
import { BullmqJobQueue } from './bullmq-job-queue.ts';
import { KindQueues } from './kind-queues.ts';
import { RedisConnection } from './redis-connection.ts';

let server: RedisServer;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await startRedis();
});
afterAll(() => server.stop());

describeJobQueue('BullmqJobQueue', {
  open: async () => {
    const queue = new BullmqJobQueue(new RedisConnection({ url: server.url }));
    return { queue, close: () => queue.close() };
  },
  host: {
    path: () => fileURLToPath(new URL('./testing/job-worker-host.ts', import.meta.url)),
    args: () => [server.url],
  },
  nextTime: async (kind, key) => {
    const connection = new RedisConnection({ url: server.url });
    try {
      const id = createHash('sha256').update(key).digest('hex');
      const scheduler = await new KindQueues(connection).use(kind.name, (queue) => queue.getJobScheduler(id));
      return scheduler?.next === undefined ? undefined : new Date(scheduler.next);
    } finally {
      connection.close();
    }
  },
  killServer: () => server.kill(),
  restartServer: () => server.restart(),
});
