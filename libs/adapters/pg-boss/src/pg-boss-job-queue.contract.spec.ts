import { fileURLToPath } from 'node:url';
import { describeJobQueue } from '@millrace/port-contracts';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleProgram } from '../../../../test/support/bundle-program.ts';
import { startPostgres, type PostgresServer } from '../../../../test/support/servers/index.ts';
import { BossConnection } from './boss-connection.ts';
import { PgBossJobQueue } from './pg-boss-job-queue.ts';
import { scheduleKey } from './repetitions.ts';

let server: PostgresServer;
let program: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await startPostgres();
  program = await bundleProgram(fileURLToPath(new URL('./testing/job-worker-host.ts', import.meta.url)));
});
afterAll(() => server.stop());

describeJobQueue('PgBossJobQueue', {
  open: async () => {
    const queue = new PgBossJobQueue(new BossConnection({ url: server.url }));
    return { queue, close: () => queue.close() };
  },
  host: {
    path: () => program,
    args: () => [server.url],
  },
  nextTime: async (kind, key) => {
    const connection = new BossConnection({ url: server.url });
    try {
      return await connection.use(async (boss) => {
        const schedule = await boss.getSchedule(kind.name, scheduleKey(key));
        return schedule
          ? boss.previewSchedule(schedule.cron, { tz: schedule.timezone, count: 1 })[0]
          : undefined;
      });
    } finally {
      await connection.close();
    }
  },
  killServer: () => server.kill(),
  restartServer: () => server.restart(),
});

it('is begun by several processes at once in a database that lacks something', async () => {
  const first = new BossConnection({ url: server.url });
  await first.query('DROP TABLE pgboss.millrace_rate');
  await first.query('DROP INDEX pgboss.millrace_set_aside');
  await first.close();
  const connections = Array.from({ length: 6 }, () => new BossConnection({ url: server.url }));
  const counts = await Promise.allSettled(
    connections.map((connection) => new PgBossJobQueue(connection).count()),
  );
  await Promise.all(connections.map((connection) => connection.close()));
  expect(counts.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
});
