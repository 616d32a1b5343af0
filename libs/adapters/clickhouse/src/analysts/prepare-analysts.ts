import { createHash } from 'node:crypto';
import { ClickHouseError } from '@clickhouse/client';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { analystAccessOf, FILTERED_TABLES, ROW_FILTER, type AnalystAccess } from './analyst-access.ts';
import { ANALYST_SETTINGS, CHANGEABLE } from './analyst-settings.ts';
import { analystViews } from './analyst-views.ts';

/** Is older than a setting, lacks a right, has users in a file, has nowhere to store users, knows no such user. Source: ClickHouse src/Common/ErrorCodes.cpp. */
const NOT_ALLOWED = new Set([115, 164, 192, 495, 497, 514]);

/**
 * Makes the analysts' users and views; may run twice. False when the user of the URL lacks the rights: then there is no SQL
 * endpoint, and all else works. Where users stand in a file already, as in the embedded engine, only the views are made.
 */
export async function prepareAnalysts(connection: ClickHouseConnection): Promise<boolean> {
  const access = analystAccessOf(connection.url);
  const database = decodeURIComponent(new URL(connection.url).pathname.slice(1)) || 'default';
  const areUsersMade = await attempt(connection, createUsers(access));
  const views = analystViews(database);
  const areViewsMade = await attempt(connection, [
    `CREATE DATABASE IF NOT EXISTS ${access.database}`,
    ...(areUsersMade ? filterRows(access, database) : []),
    ...createViews(access, views),
  ]);
  if (!areViewsMade) return false;
  if (!(await runAsViewer(connection, access, [...views.keys()]))) return false;
  return areUsersMade ? attempt(connection, [grantViews(access)]) : true;
}

/**
 * False, and the views are gone, where they would run as somebody else: of a user that it keeps in memory only, ClickHouse
 * puts a copy behind a view, whom no row filter binds.
 */
async function runAsViewer(
  connection: ClickHouseConnection,
  access: AnalystAccess,
  views: readonly string[],
): Promise<boolean> {
  const definer = new RegExp(`DEFINER = \`?${access.viewer}\`? SQL SECURITY DEFINER`);
  const made = await Promise.all(
    views.map((view) =>
      connection.select<{ statement: string }>(`SHOW CREATE TABLE ${access.database}.${view}`),
    ),
  );
  if (made.every(([row]) => definer.test(row?.statement ?? ''))) return true;
  for (const view of views) await connection.alterSchema(`DROP VIEW IF EXISTS ${access.database}.${view}`);
  return false;
}

/** For a server; the embedded engine has the same in users.xml (engine-config.ts). */
export function createUsers(access: AnalystAccess): string[] {
  return [
    `CREATE USER IF NOT EXISTS ${access.viewer} IDENTIFIED WITH sha256_hash BY '${sha256(access.viewerPassword)}' HOST NONE`,
    `CREATE USER IF NOT EXISTS ${access.analyst} IDENTIFIED WITH sha256_hash BY '${sha256(access.analystPassword)}'`,
    `ALTER USER ${access.analyst} IDENTIFIED WITH sha256_hash BY '${sha256(access.analystPassword)}'
      DEFAULT DATABASE ${access.database} SETTINGS ${settingsClause()}`,
  ];
}

export function filterRows(access: AnalystAccess, database: string): string[] {
  return FILTERED_TABLES.flatMap((table) => [
    `CREATE ROW POLICY OR REPLACE ${access.viewer} ON ${database}.${table} USING ${ROW_FILTER} TO ${access.viewer}`,
    `GRANT SELECT ON ${database}.${table} TO ${access.viewer}`,
  ]);
}

export function createViews(access: AnalystAccess, views: ReadonlyMap<string, string>): string[] {
  return [...views].map(
    ([name, select]) =>
      `CREATE OR REPLACE VIEW ${access.database}.${name} DEFINER = ${access.viewer} SQL SECURITY DEFINER AS ${select}`,
  );
}

/** The last step: until then nobody reads the views. */
export function grantViews(access: AnalystAccess): string {
  return `GRANT SELECT ON ${access.database}.* TO ${access.analyst}`;
}

function settingsClause(): string {
  return Object.entries(ANALYST_SETTINGS)
    .map(([name, value]) => {
      const text = typeof value === 'string' ? `'${value}'` : String(value);
      const bounds = CHANGEABLE[name];
      return bounds
        ? `${name} = ${text} MIN ${bounds.min} MAX ${bounds.max} CHANGEABLE_IN_READONLY`
        : `${name} = ${text} CONST`;
    })
    .join(', ');
}

async function attempt(connection: ClickHouseConnection, statements: readonly string[]): Promise<boolean> {
  try {
    for (const statement of statements) await connection.alterSchema(statement);
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof ClickHouseError && NOT_ALLOWED.has(Number(cause.code))) return false;
    throw error;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
