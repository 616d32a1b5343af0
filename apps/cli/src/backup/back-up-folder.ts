import { ClickHouseConnection, copyTables, readClickHouseSchema } from '@millrace/adapter-clickhouse';
import { copyEventLog, copySpanLog } from '@millrace/adapter-local-log';
import { copyCluster, readPostgresSchema } from '@millrace/adapter-postgres';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { KEPT_FILES, PARTS, SCRATCH } from './layout.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { openServingStores, type ServingStores } from './serving-stores.ts';

/**
 * Backs a data folder up, while a Millrace runs on it or not: all that was acknowledged before the call is in the backup. The
 * order is what makes it whole (docs/backup.md). `target` is there when it is complete, and not at all otherwise.
 */
export async function backUpFolder(dataDir: string, target: string): Promise<Manifest> {
  if (!existsSync(dataDir))
    throw new CommandError(`there is no data folder ${dataDir}: name it with --data-dir`);
  if (existsSync(target)) {
    throw new CommandError(
      `${target} is there already: name a folder that is not, a backup is never changed`,
    );
  }
  const begunAt = new Date().toISOString();
  const unfinished = `${target}.unfinished-${process.pid}`;
  const stores = await openServingStores(dataDir);
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(unfinished, { mode: 0o700 });
    await copyParts(dataDir, unfinished, stores);
    const about = { begunAt, endedAt: new Date().toISOString(), migrations: await schemasOf(stores) };
    const manifest = await writeManifest(unfinished, about);
    await rename(unfinished, target);
    return manifest;
  } finally {
    await stores.stop();
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** What is stored twice by the replay of the log is stored once; and no record names what is copied before it. */
async function copyParts(
  dataDir: string,
  to: string,
  { clickhouse, postgres }: ServingStores,
): Promise<void> {
  const from = (name: string): string => join(dataDir, name);
  const into = (name: string): string => join(to, name);
  if (existsSync(from(PARTS.log))) await copySpanLog(from(PARTS.log), into(PARTS.log));
  if (clickhouse) await copyTables(from(PARTS.clickhouse), clickhouse.url, into(PARTS.clickhouse));
  if (existsSync(from(PARTS.events))) await copyEventLog(from(PARTS.events), into(PARTS.events));
  if (postgres) {
    const { port } = postgres;
    await copyCluster({ dataDir: from(PARTS.postgres), port }, into(PARTS.postgres));
  }
  if (existsSync(from(PARTS.blobs))) await copyBlobs(from(PARTS.blobs), into(PARTS.blobs));
  for (const name of KEPT_FILES) {
    if (existsSync(from(name))) await copyFile(from(name), into(name));
  }
}

/** A blob is never written over; one that goes away meanwhile belongs to nothing. */
async function copyBlobs(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const entries = await readdir(from, { withFileTypes: true }).catch(unlessGone);
  for (const entry of entries ?? []) {
    if (entry.name === SCRATCH) continue;
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyBlobs(source, copy);
    else await copyFile(source, copy).catch(unlessGone);
  }
}

function unlessGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

async function schemasOf({ clickhouse, postgres }: ServingStores): Promise<Manifest['migrations']> {
  const connection = clickhouse && new ClickHouseConnection(clickhouse.url);
  try {
    return {
      clickhouse: connection ? [...(await readClickHouseSchema(connection)).applied] : [],
      postgres: postgres ? [...(await readPostgresSchema(postgres.url)).applied] : [],
    };
  } finally {
    await connection?.close();
  }
}
