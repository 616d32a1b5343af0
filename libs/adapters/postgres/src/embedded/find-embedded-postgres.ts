import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findServerPort } from '@millrace/embedded-server';
import { CLUSTER, DATABASE_NAME, DATABASE_USER, MARK, PASSWORD } from './cluster-folder.ts';

/** What is known of an embedded PostgreSQL by its folder. */
interface FoundPostgres {
  readonly port: number;
  /** With user, password and database. */
  readonly url: string;
}

/** `absent`: there is no cluster in the folder; `stopped`: nothing serves it. */
export function findEmbeddedPostgres(dataDir: string): FoundPostgres | 'absent' | 'stopped' {
  if (!existsSync(join(dataDir, CLUSTER, 'PG_VERSION'))) return 'absent';
  const port = findServerPort(join(dataDir, MARK));
  if (port === undefined) return 'stopped';
  const password = readFileSync(join(dataDir, PASSWORD), 'utf8').trim();
  return { port, url: `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${DATABASE_NAME}` };
}
