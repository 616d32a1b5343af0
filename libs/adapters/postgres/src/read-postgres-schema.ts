import pg from 'pg';
import { MIGRATIONS } from './migrations/migrations.ts';

/** As long as a busy machine may take. */
export const CONNECT_TIMEOUT_MS = 10_000;
const NO_SUCH_TABLE = '42P01';

/** Which migrations a database had, against those of this version, by their names in order. */
export interface PostgresSchema {
  readonly applied: readonly string[];
  /** Still to be applied. */
  readonly missing: readonly string[];
  /** Applied by a newer version. */
  readonly unknown: readonly string[];
}

/** Throws when the database does not answer. */
export async function readPostgresSchema(url: string): Promise<PostgresSchema> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    return comparePostgresSchema(await readApplied(client));
  } finally {
    await client.end();
  }
}

export function comparePostgresSchema(applied: readonly string[]): PostgresSchema {
  const known = MIGRATIONS.map((migration) => new migration().name ?? migration.name);
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  };
}

async function readApplied(client: pg.Client): Promise<string[]> {
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT name FROM millrace_migrations ORDER BY timestamp',
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE) return [];
    throw error;
  }
}
