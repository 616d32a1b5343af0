import { compareClickHouseSchema, restoreTables } from '@millrace/adapter-clickhouse';
import { comparePostgresSchema } from '@millrace/adapter-postgres';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { KEPT_FILES, PARTS } from './layout.ts';
import { verifyBackup, type Manifest } from './manifest.ts';

/** Makes a data folder out of a backup, whole or not at all. Throws CommandError for a damaged backup, a newer one, or a folder in use. */
export async function restoreFolder(backup: string, dataDir: string): Promise<Manifest> {
  await expectEmpty(dataDir);
  const manifest = await verifyBackup(backup);
  expectKnownSchema(manifest);
  const unfinished = `${dataDir}.unfinished-${process.pid}`;
  try {
    await mkdir(dirname(dataDir), { recursive: true });
    await mkdir(unfinished, { mode: 0o700 });
    for (const name of [PARTS.log, PARTS.events, PARTS.postgres, PARTS.blobs, ...KEPT_FILES]) {
      if (existsSync(join(backup, name))) await copyInto(join(backup, name), join(unfinished, name));
    }
    if (existsSync(join(backup, PARTS.clickhouse))) {
      await restoreTables(join(backup, PARTS.clickhouse), join(unfinished, PARTS.clickhouse));
    }
    if (existsSync(dataDir)) await rmdir(dataDir);
    await rename(unfinished, dataDir);
    return manifest;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Folders for their owner alone: PostgreSQL refuses a cluster that others may enter. */
async function copyInto(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  await closeToOthers(to);
}

async function closeToOthers(path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  await chmod(path, entries ? 0o700 : 0o600);
  for (const { name } of entries ?? []) await closeToOthers(join(path, name));
}

async function expectEmpty(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  if ((await readdir(dataDir)).length === 0) return;
  throw new CommandError(`${dataDir} is not empty: restore into a new folder, nothing is written over`);
}

function expectKnownSchema({ migrations }: Manifest): void {
  const unknown = [
    ...comparePostgresSchema(migrations.postgres).unknown,
    ...compareClickHouseSchema(migrations.clickhouse).unknown.map((number) => `ClickHouse ${number}`),
  ];
  if (unknown.length === 0) return;
  throw new CommandError(
    `the backup is of a newer Millrace (migrations ${unknown.join(', ')}): restore it with that version or a later one`,
  );
}
