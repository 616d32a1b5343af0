import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepareAnalysts } from './analysts/prepare-analysts.ts';
import { expectReplicas } from './cluster/expect-replicas.ts';
import { ClickHouseConnection } from './connection/clickhouse-connection.ts';

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
export const APPLIED_TABLE = `CREATE TABLE IF NOT EXISTS applied_migrations
(number UInt32, name String, applied_at DateTime DEFAULT now())
ENGINE = ReplacingMergeTree ORDER BY number`;

/**
 * Brings the schema up to date: each numbered file once, in order. A run that was killed is resumed by the next one, because
 * every statement may run twice. The caller holds a lock so that two never run at once.
 */
export async function migrateClickHouse(connection: ClickHouseConnection): Promise<void> {
  await createDatabase(connection);
  await connection.alterSchema(APPLIED_TABLE);
  const rows = await connection.select<{ number: number }>('SELECT DISTINCT number FROM applied_migrations');
  const applied = new Set(rows.map((row) => row.number));
  for (const migration of readMigrations()) {
    if (applied.has(migration.number)) continue;
    for (const statement of migration.statements) await connection.alterSchema(statement);
    await connection.command(
      'INSERT INTO applied_migrations (number, name) SELECT {number:UInt32}, {name:String}',
      { number: migration.number, name: migration.name },
    );
  }
  await prepareAnalysts(connection);
}

/** Which migrations a database had, against those of this version, by their numbers. */
export interface ClickHouseSchema {
  readonly applied: readonly number[];
  /** Still to be applied. */
  readonly missing: readonly number[];
  /** Applied by a newer version. */
  readonly unknown: readonly number[];
}

/** Throws when the database does not answer. */
export async function readClickHouseSchema(connection: ClickHouseConnection): Promise<ClickHouseSchema> {
  const [table] = await connection.select(
    `SELECT 1 FROM system.tables WHERE database = currentDatabase() AND name = 'applied_migrations'`,
  );
  if (table === undefined) return compareClickHouseSchema([]);
  const rows = await connection.select<{ number: number }>(
    'SELECT DISTINCT number FROM applied_migrations ORDER BY number',
  );
  return compareClickHouseSchema(rows.map(({ number }) => number));
}

export function compareClickHouseSchema(applied: readonly number[]): ClickHouseSchema {
  const known = readMigrations().map(({ number }) => number);
  return {
    applied,
    missing: known.filter((number) => !applied.includes(number)),
    unknown: applied.filter((number) => !known.includes(number)),
  };
}

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** Found through the package's name: the application is bundled, these files are not. */
export function readMigrations(): Migration[] {
  const packageFile = createRequire(import.meta.url).resolve('@millrace/adapter-clickhouse/package.json');
  const folder = join(dirname(packageFile), 'src', 'migrations');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const number = FILE_NAME.exec(name)?.[1];
      if (number === undefined) return [];
      return [
        {
          number: Number(number),
          name,
          statements: splitStatements(readFileSync(join(folder, name), 'utf8')),
        },
      ];
    });
}

/** A statement ends with a semicolon at the end of a line. */
function splitStatements(sql: string): string[] {
  return sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

async function createDatabase({ url, cluster }: ClickHouseConnection): Promise<void> {
  const address = new URL(url);
  const database = decodeURIComponent(address.pathname.slice(1));
  address.pathname = '/default';
  const server = new ClickHouseConnection(address.href, { cluster });
  try {
    if (cluster !== undefined) await expectReplicas(server, cluster);
    if (database === '' || database === 'default') return;
    await server.alterSchema('CREATE DATABASE IF NOT EXISTS {database:Identifier}', { database });
  } finally {
    await server.close();
  }
}
