import { clockFinding, examine, schemaFinding, type Finding } from '@millrace/domain';
import pg from 'pg';
import { CONNECT_TIMEOUT_MS, readPostgresSchema } from './read-postgres-schema.ts';

const OLDEST = 140_000;
/** Of a process's pool, times the services that have one. */
const WANTED_CONNECTIONS = 50;

/** Whether a PostgreSQL is what Millrace needs. Changes nothing. */
export function examinePostgres(url: string): Promise<readonly Finding[]> {
  const advice = 'look at MILLRACE_POSTGRES_URL (user, password, host, database) and whether PostgreSQL runs';
  return examine('postgres', advice, async () => [
    ...(await examineServer(url)),
    schemaFinding('postgres', await readPostgresSchema(url)),
  ]);
}

interface ServerRow {
  readonly version: number;
  readonly text: string;
  readonly connections: number;
  readonly may_create: boolean;
  readonly is_replica: boolean;
  readonly now_ms: number;
}

async function examineServer(url: string): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    const { rows } = await client.query<ServerRow>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS text,
        current_setting('max_connections')::int AS connections,
        has_schema_privilege(current_schema(), 'CREATE') AS may_create, pg_is_in_recovery() AS is_replica,
        (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms`,
    );
    return rows.flatMap((row) => [...judge(row), clockFinding('postgres', row.now_ms)]);
  } finally {
    await client.end();
  }
}

function judge(row: ServerRow): Finding[] {
  const subject = 'postgres';
  const findings: Finding[] = [{ subject, state: 'ok', says: `answers, version ${row.text}` }];
  const add = (state: Finding['state'], says: string) => void findings.push({ subject, state, says });
  if (row.version < OLDEST) add('wrong', `version ${row.text} is too old: use PostgreSQL 14 or newer`);
  if (row.is_replica) add('wrong', 'it is a replica that takes no changes: give the address of the primary');
  if (!row.may_create)
    add('wrong', 'the user may not create tables: GRANT CREATE, USAGE ON SCHEMA public TO it');
  if (row.connections < WANTED_CONNECTIONS) {
    add(
      'warning',
      `max_connections is ${row.connections}: raise it to ${WANTED_CONNECTIONS} or more, each process takes ten`,
    );
  }
  return findings;
}
