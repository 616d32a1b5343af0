import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { startEmbeddedClickHouse, type EmbeddedClickHouse } from '../embedded/embedded-clickhouse.ts';
import { migrateClickHouse } from '../migrations.ts';

/** A real engine with the schema, in a folder of its own. */
export interface TestEngine {
  readonly engine: EmbeddedClickHouse;
  readonly connection: ClickHouseConnection;
  stop(): Promise<void>;
}

export async function startTestEngine(): Promise<TestEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-clickhouse-'));
  const engine = await startEmbeddedClickHouse({ dataDir });
  const connection = new ClickHouseConnection(engine.url);
  await migrateClickHouse(connection);
  return {
    engine,
    connection,
    stop: async () => {
      await connection.close();
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
