import { picoDollars } from '@millrace/domain';
import { SessionReader, type Session, type SessionPage, type SessionSearch } from '@millrace/ports';
import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import { attributeKeys, usesSpans } from '../queries/filter-sql.ts';
import { findSessions, readSessions } from '../queries/sessions.ts';
import { decodePageToken, encodePageToken } from './page-token.ts';
import { readSpanBounds } from './span-bounds.ts';
import { searchedTimes } from './time-windows.ts';

interface KeyRow {
  readonly session: string;
  readonly sort_value: string;
}

interface SessionRow {
  readonly session: string;
  readonly first_ns: string;
  readonly last_ns: string;
  readonly trace_count: string;
  readonly error_count: string;
  readonly users: readonly string[];
  readonly any_tokens: number;
  readonly any_cost: number;
  readonly sum_input: string;
  readonly sum_cache_read: string;
  readonly sum_cache_write: string;
  readonly sum_output: string;
  readonly sum_reasoning: string;
  readonly sum_total: string;
  readonly sum_input_audio: string;
  readonly sum_output_audio: string;
  readonly input_dollars: string;
  readonly cache_dollars: string;
  readonly output_dollars: string;
  readonly total_dollars: string;
  readonly first_request: string | null;
  readonly last_response: string | null;
}

/** Reads sessions from the rows of their traces: which stand on the page first, then what they come to. */
export class ClickHouseSessionReader extends SessionReader {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override async listSessions(search: SessionSearch): Promise<SessionPage> {
    if (search.experimentIds.length === 0 || search.limit <= 0) return { sessions: [] };
    const identity = { ...search, limit: undefined, after: undefined };
    const after = search.after === undefined ? undefined : decodePageToken(identity, search.after, 1);
    const scope = await this.scopeOf(search);
    const payloadKeys = new Set(attributeKeys(search.filter));
    const { sql, params } = findSessions(search, after, payloadKeys);
    const limit = search.limit + 1;
    const keys = await this.connection.select<KeyRow>(sql, { ...params, ...scope, limit });
    const page = keys.slice(0, search.limit);
    const sessions = await this.read(search, page, scope);
    const last = page.at(-1);
    if (keys.length <= search.limit || !last) return { sessions };
    const position = { values: [last.sort_value], traceId: last.session };
    return { sessions, next: encodePageToken(identity, position) };
  }

  override async findSession(
    workspaceId: string,
    experimentIds: readonly number[],
    sessionId: string,
  ): Promise<Session | undefined> {
    if (experimentIds.length === 0) return undefined;
    const scope = await this.scopeOf({ workspaceId, experimentIds });
    const [session] = await this.read({}, [{ session: sessionId }], scope);
    return session;
  }

  private async scopeOf(
    search: Pick<SessionSearch, 'workspaceId' | 'experimentIds' | 'filter' | 'fromUnixNano' | 'toUnixNano'>,
  ): Promise<QueryParams> {
    const { experimentIds, workspaceId, filter } = search;
    const range = searchedTimes(search);
    const bounds = usesSpans(filter) ? await readSpanBounds(this.connection, experimentIds, range) : {};
    return { workspace: workspaceId, experiments: experimentIds, ...range, ...bounds };
  }

  /** In the order of the keys. */
  private async read(
    search: Pick<SessionSearch, 'filter'>,
    keys: readonly Pick<KeyRow, 'session'>[],
    scope: QueryParams,
  ): Promise<Session[]> {
    if (keys.length === 0) return [];
    const names = keys.map(({ session }) => session);
    const { sql, params } = readSessions(search, names, new Set(attributeKeys(search.filter)));
    const rows = await this.connection.select<SessionRow>(sql, { ...params, ...scope });
    const found = new Map(rows.map((row) => [row.session, row]));
    return names.flatMap((name) => {
      const row = found.get(name);
      return row ? [toSession(row)] : [];
    });
  }
}

function toSession(row: SessionRow): Session {
  return {
    sessionId: row.session,
    firstUnixNano: BigInt(row.first_ns),
    lastUnixNano: BigInt(row.last_ns),
    traceCount: Number(row.trace_count),
    errorCount: Number(row.error_count),
    userIds: row.users,
    tokens: row.any_tokens === 1 ? toTokens(row) : undefined,
    cost: row.any_cost === 1 ? toCost(row) : undefined,
    requestPreview: row.first_request ?? undefined,
    responsePreview: row.last_response ?? undefined,
  };
}

function toTokens(row: SessionRow) {
  return {
    input: Number(row.sum_input),
    cacheRead: Number(row.sum_cache_read),
    cacheWrite: Number(row.sum_cache_write),
    output: Number(row.sum_output),
    reasoning: Number(row.sum_reasoning),
    inputAudio: Number(row.sum_input_audio),
    outputAudio: Number(row.sum_output_audio),
    total: Number(row.sum_total),
  };
}

function toCost(row: SessionRow) {
  return {
    input: picoDollars(row.input_dollars) ?? 0n,
    cache: picoDollars(row.cache_dollars) ?? 0n,
    output: picoDollars(row.output_dollars) ?? 0n,
    total: picoDollars(row.total_dollars) ?? 0n,
  };
}
