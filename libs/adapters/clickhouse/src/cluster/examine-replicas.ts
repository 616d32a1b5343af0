import type { Finding } from '@millrace/domain';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { expectReplicas } from './expect-replicas.ts';
import { onAllReplicas } from './cluster-statement.ts';

const LATE_S = 60;

interface ReplicaRow {
  readonly host: string;
  readonly tables: number;
  readonly read_only: number;
  readonly delay: number;
}

/** Whether each replica takes part, and how far those behind are. */
export async function examineReplicas(
  connection: ClickHouseConnection,
  cluster: string,
): Promise<readonly Finding[]> {
  const subject = 'clickhouse cluster';
  try {
    await expectReplicas(connection, cluster);
  } catch (error) {
    return [{ subject, state: 'wrong', says: error instanceof Error ? error.message : String(error) }];
  }
  const rows = await connection.select<ReplicaRow>(
    `SELECT hostName() AS host, toUInt32(count()) AS tables, toUInt32(countIf(is_readonly)) AS read_only,
      toUInt32(max(absolute_delay)) AS delay
    FROM ${onAllReplicas('system.replicas', cluster)} WHERE database = {database:String} GROUP BY host ORDER BY host`,
    { database: connection.database },
  );
  if (rows.length === 0) {
    return [
      { subject, state: 'wrong', says: 'no table is replicated: the schema was made without the cluster' },
    ];
  }
  return rows.map(({ host, tables, read_only: readOnly, delay }) => {
    if (readOnly > 0) {
      return { subject, state: 'wrong', says: `${readOnly} of ${tables} tables of ${host} are read-only` };
    }
    if (delay > LATE_S) return { subject, state: 'warning', says: `${host} is ${delay} seconds behind` };
    return { subject, state: 'ok', says: `${host} has all ${tables} tables` };
  });
}
