import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

interface Stores {
  /** URLs of the servers. */
  readonly postgres: string;
  readonly clickhouse: string;
  /** The folder of the BlobStore. */
  readonly blobs: string;
}

const POSTGRES_TABLES = `
  SELECT format('%I.%I', table_schema, table_name) AS path, table_name AS name FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
const CLICKHOUSE_TABLES = `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'`;

/** Looks through every row of every table and every file for words. */
export class StoredWords {
  private readonly client: Client;
  private readonly connected: Promise<unknown>;

  constructor(private readonly stores: Stores) {
    this.client = new Client(stores.postgres);
    this.connected = this.client.connect();
  }

  async stop(): Promise<void> {
    await this.client.end();
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    await this.connected;
    const { rows } = await this.client.query<Row>(text, [...values]);
    return rows;
  }

  /** The tables that have the words anywhere, in order, and the BlobStore if a file of it has. */
  async placesOf(text: string): Promise<string[]> {
    const places = [...(await this.postgresTables(text)), ...(await this.clickHouseTables(text))];
    if (this.isInBlobs(text)) places.push('BlobStore');
    return [...new Set(places)].sort();
  }

  /** A row as text spells bytes in hexadecimal. */
  private async postgresTables(text: string): Promise<string[]> {
    const spellings = [text, Buffer.from(text).toString('hex')];
    const found: string[] = [];
    for (const { path, name } of await this.query<{ path: string; name: string }>(POSTGRES_TABLES)) {
      const [row] = await this.query(
        `SELECT 1 FROM ${path} AS stored
         WHERE position($1 IN stored::text) > 0 OR position($2 IN stored::text) > 0 LIMIT 1`,
        spellings,
      );
      if (row) found.push(`PostgreSQL ${name}`);
    }
    return found;
  }

  private async clickHouseTables(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const { name } of await this.askClickHouse<{ name: string }>(CLICKHOUSE_TABLES)) {
      const rows = await this.askClickHouse(`SELECT * FROM ${name}`);
      if (JSON.stringify(rows).includes(text)) found.push(`ClickHouse ${name}`);
    }
    return found;
  }

  private async askClickHouse<Row>(query: string): Promise<Row[]> {
    const { origin, username, password, pathname } = new URL(this.stores.clickhouse);
    const answer = await fetch(`${origin}/?database=${pathname.slice(1)}&default_format=JSON`, {
      method: 'POST',
      headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
      body: query,
    });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${query}: ${body}`);
    return (JSON.parse(body) as { data: Row[] }).data;
  }

  private isInBlobs(text: string): boolean {
    return readdirSync(this.stores.blobs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));
  }
}
