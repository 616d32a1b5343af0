import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';

/** What lies in a folder: a file, or a folder that something lies in. */
export interface ArtifactEntry {
  /** Relative to the folder. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Of a file. */
  readonly bytes?: number;
}

export interface ArtifactListing {
  readonly entries: readonly ArtifactEntry[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

export interface ListRequest {
  readonly workspaceId: string;
  /** Parsed. */
  readonly folder: string;
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

/** Comes after `/` in byte order, so `a0` is where `a/…` ends. */
const BEHIND_SLASH = '0';
/** In no path, and before everything that is: `a\x01` is the first that may follow `a`. */
const FIRST = '\x01';

/**
 * One level of a folder by name: each step finds the next path behind the entry before, so a folder costs one step however
 * much lies in it.
 */
export async function listFolder(manager: EntityManager, request: ListRequest): Promise<ArtifactListing> {
  const { workspaceId, folder, limit, pageToken } = request;
  const prefix = folder === '' ? '' : `${folder}/`;
  const from = pageToken ? decodePageToken(pageToken, prefix) : prefix;
  const rows: unknown = await manager.query(listingSql(prefix !== ''), [
    workspaceId,
    prefix,
    from,
    limit + 1,
    ...(prefix === '' ? [] : [folder + BEHIND_SLASH]),
  ]);
  const found = Array.isArray(rows) ? rows.map((row: unknown) => readRow(row, prefix)) : [];
  const entries = found.slice(0, limit);
  const last = found.length > limit ? entries.at(-1) : undefined;
  return { entries, ...(last && { nextPageToken: encodePageToken(boundBehind(prefix, last)) }) };
}

function listingSql(isBounded: boolean): string {
  const next = (bound: string) => `SELECT artifact.path, artifact.bytes FROM artifacts artifact
      WHERE artifact.workspace_id = $1 AND artifact.path >= ${bound} ${isBounded ? 'AND artifact.path < $5' : ''}
      ORDER BY artifact.path LIMIT 1`;
  const rest = 'substr(entry.path, char_length($2) + 1)';
  const behind = `CASE WHEN position('/' IN ${rest}) > 0
      THEN $2 || split_part(${rest}, '/', 1) || '${BEHIND_SLASH}' ELSE entry.path || chr(1) END COLLATE "C"`;
  return `WITH RECURSIVE entry AS (
      (SELECT first.path, first.bytes, 1 AS number FROM (${next('$3')}) first)
      UNION ALL
      SELECT following.path, following.bytes, entry.number + 1
      FROM entry CROSS JOIN LATERAL (${next(behind)}) following WHERE entry.number < $4::integer
    ) SELECT path, bytes::text AS bytes FROM entry ORDER BY number`;
}

function readRow(row: unknown, prefix: string): ArtifactEntry {
  const { path, bytes } = row as { readonly path: string; readonly bytes: string };
  const [name = '', ...below] = path.slice(prefix.length).split('/');
  return below.length > 0 ? { name, isFolder: true } : { name, isFolder: false, bytes: Number(bytes) };
}

function boundBehind(prefix: string, { name, isFolder }: ArtifactEntry): string {
  return prefix + name + (isFolder ? BEHIND_SLASH : FIRST);
}

function encodePageToken(bound: string): string {
  return Buffer.from(bound).toString('base64url');
}

function decodePageToken(token: string, prefix: string): string {
  const bound = Buffer.from(token, 'base64url').toString();
  if (bound.startsWith(prefix) && !bound.includes('\0') && encodePageToken(bound) === token) return bound;
  throw new Rejected('Invalid page token: use the next_page_token of the same folder, or start without one.');
}
