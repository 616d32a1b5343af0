import { join } from 'node:path';
import { Client } from 'pg';
import type { JobQueue } from '../../libs/ports/src/index.ts';
import { bundleProgram } from '../../test/support/bundle-program.ts';
import { startPostgres, startRedis } from '../../test/support/servers/index.ts';

export interface OpenedQueue {
  readonly queue: JobQueue;
  /** What the server has for its jobs: memory of Redis, tables of PostgreSQL. */
  serverMb(): Promise<number>;
  stop(): Promise<void>;
}

const ADAPTERS = join(import.meta.dirname, '../../libs/adapters');

export async function openBullmq(): Promise<OpenedQueue> {
  const server = await startRedis();
  const { RedisConnection } = await load<typeof import('../../libs/adapters/bullmq/src/redis-connection.ts')>(
    'bullmq/src/redis-connection.ts',
  );
  const { BullmqJobQueue } = await load<typeof import('../../libs/adapters/bullmq/src/bullmq-job-queue.ts')>(
    'bullmq/src/bullmq-job-queue.ts',
  );
  const connection = new RedisConnection({ url: server.url });
  const queue = new BullmqJobQueue(connection);
  return {
    queue,
    serverMb: async () => {
      const memory = await connection.client.info('memory');
      return Number(/used_memory:(\d+)/.exec(memory)?.[1]) / 1e6;
    },
    stop: async () => {
      await queue.close();
      await server.stop();
    },
  };
}

export async function openPgBoss(): Promise<OpenedQueue> {
  const server = await startPostgres();
  const { BossConnection } = await load<typeof import('../../libs/adapters/pg-boss/src/boss-connection.ts')>(
    'pg-boss/src/boss-connection.ts',
  );
  const { PgBossJobQueue } = await load<
    typeof import('../../libs/adapters/pg-boss/src/pg-boss-job-queue.ts')
  >('pg-boss/src/pg-boss-job-queue.ts');
  const queue = new PgBossJobQueue(new BossConnection({ url: server.url }));
  const client = new Client({ connectionString: server.url });
  await client.connect();
  return {
    queue,
    serverMb: async () => {
      const { rows } = await client.query<{ size: string }>(
        "SELECT sum(pg_total_relation_size(oid)) AS size FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace AND relkind = 'r'",
      );
      return Number(rows[0]?.size) / 1e6;
    },
    stop: async () => {
      await client.end();
      await queue.close();
      await server.stop();
    },
  };
}

/** Decorators of what it imports are more than Node strips. */
async function load<Module>(path: string): Promise<Module> {
  return (await import(await bundleProgram(join(ADAPTERS, path)))) as Module;
}
