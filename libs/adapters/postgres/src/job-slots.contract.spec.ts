import { setTimeout as sleep } from 'node:timers/promises';
import { JobsOptions, WorkspaceSlots } from '@millrace/jobs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../../test/support/servers/index.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  const source = await new PostgresDataSource({ url: server.url, migrate: true }).initialize();
  await source.destroy();
});
afterAll(() => server.stop());

/** As a process has it. */
async function open(perWorkspace: number): Promise<WorkspaceSlots> {
  const source = new PostgresDataSource({ url: server.url, poolSize: 3 });
  const slots = new WorkspaceSlots(source, new JobsOptions({ kinds: [], perWorkspace }));
  onTestFinished(async () => {
    await slots.close();
    await source.destroy();
  });
  return slots;
}

async function takeMany(slots: WorkspaceSlots, workspace: string, count: number) {
  const taken = await Promise.all(Array.from({ length: count }, () => slots.take(workspace)));
  return taken.filter((slot) => slot.isTaken);
}

describe('slots of workspaces', () => {
  it('are no more than the limit over two processes, and each workspace has its own', async () => {
    const [one, two] = [await open(10), await open(10)];
    const [first, second] = await Promise.all([takeMany(one, 'a', 8), takeMany(two, 'a', 8)]);
    expect(first.length + second.length).toBeLessThanOrEqual(10);
    expect(first.length + second.length).toBeGreaterThanOrEqual(8);
    expect(await takeMany(two, 'b', 10)).toHaveLength(10);
    expect((await one.take('b')).isTaken).toBe(false);
  });

  it('are free for another process soon after their jobs ended', async () => {
    const [one, two] = [await open(4), await open(4)];
    for (const slot of await takeMany(one, 'c', 4)) slot.release();
    expect((await two.take('c')).isTaken).toBe(false);
    await expect
      .poll(async () => (await two.take('c')).isTaken, { timeout: 15_000, interval: 250 })
      .toBe(true);
  });

  it('are kept for as long as their process lives', async () => {
    const [one, two] = [await open(2), await open(2)];
    await takeMany(one, 'd', 2);
    await sleep(17_000);
    expect((await two.take('d')).isTaken).toBe(false);
  });

  it('are free at once when their process ends in order, and after a while when it dies', async () => {
    const [one, two] = [await open(2), await open(2)];
    await takeMany(one, 'e', 2);
    await one.close();
    const [slot] = await takeMany(two, 'e', 1);
    expect(slot?.isTaken).toBe(true);
    const source = await new PostgresDataSource({ url: server.url }).initialize();
    await source.query("SELECT take_job_slots('f', gen_random_uuid(), 2, 2, 1000)");
    expect((await two.take('f')).isTaken).toBe(false);
    await expect
      .poll(async () => (await two.take('f')).isTaken, { timeout: 5_000, interval: 250 })
      .toBe(true);
    await source.destroy();
  });

  it('are waited for while PostgreSQL is down, and there again when it is back', async () => {
    const slots = await open(2);
    await server.kill();
    const refused = await slots.take('g');
    expect(refused.isTaken ? 0 : refused.waitMs).toBeGreaterThanOrEqual(2_000);
    await server.restart();
    await expect
      .poll(async () => (await slots.take('g')).isTaken, { timeout: 15_000, interval: 250 })
      .toBe(true);
  });
});
