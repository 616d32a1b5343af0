import { createHmac } from 'node:crypto';

/** Who runs the queries of analysts, who the views run as, and where the views are: by the database of Millrace. */
export interface AnalystAccess {
  readonly database: string;
  /** Reads the views and nothing else. */
  readonly analyst: string;
  readonly analystPassword: string;
  /** Reads the tables of spans and traces, of each query's workspace only. Nobody signs in as it. */
  readonly viewer: string;
  readonly viewerPassword: string;
}

const PLAIN_DATABASE = 'millrace';
/** A UUID and a point: what stands before the workspace in the id of a query. */
const ID_PREFIX_LENGTH = 37;

/**
 * The workspace of a query is the end of its id, which the application gives and no SQL can change: not its SETTINGS clause,
 * since it is no setting. A query without such an id sees no row.
 */
export const ROW_FILTER = `workspace_id = substring(initialQueryID(), ${ID_PREFIX_LENGTH + 1})`;

/** Tables that have the row filter. */
export const FILTERED_TABLES = ['spans', 'traces'];

export function workspaceQueryId(uuid: string, workspaceId: string): string {
  return `${uuid}.${workspaceId}`;
}

/** Passwords follow from the application's own, so that whoever has its URL has them, and nobody else. */
export function analystAccess(database: string, password: string): AnalystAccess {
  const isPlain = database === PLAIN_DATABASE;
  const derive = (name: string) => createHmac('sha256', password).update(`millrace ${name}`).digest('hex');
  return {
    database: isPlain ? 'analytics' : `${database}_analytics`,
    analyst: `${database}_analyst`,
    analystPassword: derive('analyst'),
    viewer: `${database}_viewer`,
    viewerPassword: derive('viewer'),
  };
}

/** Of the database and password in a URL. */
export function analystAccessOf(url: string): AnalystAccess {
  const { pathname, password } = new URL(url);
  return analystAccess(decodeURIComponent(pathname.slice(1)) || 'default', decodeURIComponent(password));
}
