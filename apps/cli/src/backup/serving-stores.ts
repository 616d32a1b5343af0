import { findEmbeddedClickHouse, startEmbeddedClickHouse } from '@millrace/adapter-clickhouse';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '@millrace/adapter-postgres';
import { claimDataFolder, isDataFolderClaimed } from '@millrace/service-kit';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { PARTS } from './layout.ts';

/** The databases of a data folder, serving; undefined: not kept in this folder. */
export interface ServingStores {
  readonly clickhouse: { readonly url: string } | undefined;
  readonly postgres: { readonly url: string; readonly port: number } | undefined;
  /** Ends what was started for the backup; a running Millrace goes on. */
  stop(): Promise<void>;
}

/** Those of the Millrace that runs on the folder; without one the folder is claimed and they are started. */
export async function openServingStores(dataDir: string): Promise<ServingStores> {
  return (await isDataFolderClaimed(dataDir)) ? findStores(dataDir) : startStores(dataDir);
}

function findStores(dataDir: string): ServingStores {
  const clickhouse = findEmbeddedClickHouse(join(dataDir, PARTS.clickhouse));
  const postgres = findEmbeddedPostgres(join(dataDir, PARTS.postgres));
  if (clickhouse === 'stopped' || postgres === 'stopped') {
    throw new CommandError(
      `Millrace on ${dataDir} is starting, stopping or restarting a database: try again in a minute, or stop it and try again`,
    );
  }
  return {
    clickhouse: clickhouse === 'absent' ? undefined : clickhouse,
    postgres: postgres === 'absent' ? undefined : postgres,
    stop: () => Promise.resolve(),
  };
}

async function startStores(dataDir: string): Promise<ServingStores> {
  await claimDataFolder(dataDir);
  const folder = (name: string): string => join(dataDir, name);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const clickhouse =
      findEmbeddedClickHouse(folder(PARTS.clickhouse)) === 'absent'
        ? undefined
        : await startEmbeddedClickHouse({ dataDir: folder(PARTS.clickhouse) });
    if (clickhouse) stops.push(() => clickhouse.stop());
    const postgres =
      findEmbeddedPostgres(folder(PARTS.postgres)) === 'absent'
        ? undefined
        : await startEmbeddedPostgres({ dataDir: folder(PARTS.postgres) });
    if (postgres) stops.push(() => postgres.stop());
    return { clickhouse, postgres, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
