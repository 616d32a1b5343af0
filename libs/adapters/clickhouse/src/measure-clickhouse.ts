import type { Metrics } from '@millrace/service-kit';
import type { ClickHouseConnection } from './connection/clickhouse-connection.ts';
import { readClickHouseSchema } from './migrations.ts';

const FREE = 'SELECT min(unreserved_space / total_space) AS free FROM system.disks WHERE total_space > 0';

/** What ClickHouse says of itself, for who watches Millrace and not ClickHouse. */
export function measureClickHouse(metrics: Metrics, connection: ClickHouseConnection): void {
  metrics.observed('clickhouse_disk_free_ratio', "Free part of ClickHouse's fullest disk", async () => {
    const [row] = await connection.select<{ free: number }>(FREE);
    return row?.free ?? Number.NaN;
  });
  metrics.observed(
    'clickhouse_migrations_pending',
    'Migrations of this version that were not applied yet',
    async () => (await readClickHouseSchema(connection)).missing.length,
  );
}
