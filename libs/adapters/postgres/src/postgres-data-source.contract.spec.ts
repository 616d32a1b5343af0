import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unavailable } from '@millrace/domain';
import { askDatabase, Experiment } from '@millrace/access';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { migratePostgres, withMigrationLock } from './migrate-postgres.ts';
import { PostgresDataSource } from './postgres-data-source.ts';

let dataDir: string;
let postgres: EmbeddedPostgres;
const sources: PostgresDataSource[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
  chmodSync(dataDir, 0o711);
  postgres = await startEmbeddedPostgres({ dataDir });
});

afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('PostgresDataSource', () => {
  it('migrates once, however many processes try at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => open({ migrate: true }).initialize()));
    const source = await open().initialize();
    await migratePostgres(source);
    const applied: unknown = await source.query('SELECT name FROM millrace_migrations ORDER BY id');
    expect(applied).toEqual(MIGRATIONS.map((Migration) => ({ name: new Migration().name })));
    const experiments = await source.manager.find(Experiment, { relations: { tags: true } });
    expect(experiments).toMatchObject([{ id: 0, name: 'Default', workspaceId: 'default', tags: [] }]);
    expect(experiments[0]?.creationTime).toBeGreaterThan(1.7e12);
  });

  it('describes its tables exactly as the migrations made them', async () => {
    const source = await open({ migrate: true }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((sql) => /COLUMN|CREATE TABLE/.test(sql))).toEqual([]);
  });

  it('gives experiments ids from 1 on', async () => {
    const source = await open({ migrate: true }).initialize();
    const rows: unknown = await source.query(
      `INSERT INTO experiments (workspace_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)
       VALUES ('default', 'first', '', 'active', 1, 1) RETURNING id`,
    );
    expect(rows).toEqual([{ id: 1 }]);
  });

  it('keeps two holders of the migration lock apart, also after one has failed', async () => {
    const [one, two] = await Promise.all([open().initialize(), open().initialize()]);
    const steps: string[] = [];
    const first = withMigrationLock(one, async () => {
      steps.push('first begins');
      await sleep(300);
      steps.push('first ends');
      throw new Error('fails');
    });
    await expect.poll(() => steps).toContain('first begins');
    const second = withMigrationLock(two, async () => {
      steps.push('second');
    });
    await expect(first).rejects.toThrow('fails');
    await second;
    expect(steps).toEqual(['first begins', 'first ends', 'second']);
  });

  it('says Unavailable while PostgreSQL is down and works by itself once it is up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
    chmodSync(folder, 0o711);
    const source = open({ url: 'postgres://a:b@127.0.0.1:9/none' });
    await expect(askDatabase(source, (manager) => manager.find(Experiment))).rejects.toThrow(Unavailable);
    const server = await startEmbeddedPostgres({ dataDir: folder });
    const late = open({ url: server.url, migrate: true });
    try {
      await server.stop();
      await expect(askDatabase(late, (manager) => manager.find(Experiment))).rejects.toThrow(Unavailable);
      const again = await startEmbeddedPostgres({ dataDir: folder, port: server.port });
      expect(await askDatabase(late, (manager) => manager.count(Experiment))).toBe(1);
      process.kill(again.pid, 'SIGKILL');
      await expect
        .poll(() => askDatabase(late, (manager) => manager.count(Experiment)).catch(() => -1), {
          timeout: 20_000,
        })
        .toBe(1);
      await late.destroy();
      await again.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function open(options: { url?: string; migrate?: boolean } = {}): PostgresDataSource {
  const source = new PostgresDataSource({ url: postgres.url, poolSize: 3, ...options });
  sources.push(source);
  return source;
}
