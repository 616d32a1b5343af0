import { text } from 'node:stream/consumers';
import { clockFinding, examine, schemaFinding, type Finding } from '@millrace/domain';
import { examineReplicas } from './cluster/examine-replicas.ts';
import { ClickHouseConnection } from './connection/clickhouse-connection.ts';
import { readClickHouseSchema } from './migrations.ts';

const OLDEST = 25;
/** A connection that only reads has no other rights. */
const AS_WRITER = { readonly: '0' } as const;
const NEEDED = ['SELECT', 'INSERT', 'ALTER', 'CREATE TABLE', 'CREATE VIEW'];
const LEAST_FREE_BYTES = 2 * 1024 ** 3;

interface ServerRow {
  readonly version: string;
  readonly zone: string;
  readonly now_ms: string;
  readonly free: string;
}

/** Whether a ClickHouse is what Millrace needs. Changes nothing. */
export function examineClickHouse(url: string, cluster?: string): Promise<readonly Finding[]> {
  const advice =
    'look at MILLRACE_CLICKHOUSE_URL (user, password, host, HTTP port, database) and whether ClickHouse runs';
  return examine('clickhouse', advice, async () => {
    const connection = new ClickHouseConnection(url, { cluster });
    try {
      const [row] = await connection.select<ServerRow>(
        `SELECT version() AS version, timezone() AS zone, toUnixTimestamp64Milli(now64(3)) AS now_ms,
          (SELECT toString(min(unreserved_space)) FROM system.disks) AS free`,
      );
      const server = row ? judge(row) : [];
      const schema = schemaFinding('clickhouse', await readClickHouseSchema(connection));
      const replicas = cluster === undefined ? [] : await examineReplicas(connection, cluster);
      return [...server, await rightsOf(connection), schema, ...replicas];
    } finally {
      await connection.close();
    }
  });
}

function judge({ version, zone, now_ms: now, free }: ServerRow): Finding[] {
  const subject = 'clickhouse';
  const findings: Finding[] = [
    { subject, state: 'ok', says: `answers, version ${version}, time zone ${zone}` },
  ];
  const add = (state: Finding['state'], says: string) => void findings.push({ subject, state, says });
  if (Number.parseInt(version, 10) < OLDEST)
    add('wrong', `version ${version} is too old: use ClickHouse ${OLDEST} or newer`);
  if (Number(free) < LEAST_FREE_BYTES)
    add(
      'warning',
      `a disk has ${Math.round(Number(free) / 1024 ** 2)} MiB left: make room before inserts fail`,
    );
  return [...findings, clockFinding(subject, Number(now))];
}

async function rightsOf(connection: ClickHouseConnection): Promise<Finding> {
  const subject = 'clickhouse rights';
  const missing: string[] = [];
  const { database } = connection;
  // CHECK GRANT takes neither a bound identifier nor a FORMAT.
  const quoted = `\`${database.replaceAll(/[\\`]/g, (sign) => `\\${sign}`)}\``;
  for (const right of NEEDED) {
    const answer = await text(await connection.stream(`CHECK GRANT ${right} ON ${quoted}.*`, {}, AS_WRITER));
    if (answer.trim() !== '1') missing.push(right);
  }
  if (missing.length === 0) return { subject, state: 'ok', says: `all that is needed on ${database}` };
  return {
    subject,
    state: 'wrong',
    says: `missing: GRANT ${missing.join(', ')} ON ${database}.* TO the user`,
  };
}
