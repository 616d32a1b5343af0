import { picoDollars } from '@millrace/domain';
import { SessionReader, type Session, type SessionPage, type SessionSearch } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { findSessions, readSessions, sessionOrderType } from '../queries/sessions.ts';
import { readSpansInScope, traceFilterNeeds, type SpansInScope } from './filter-scope.ts';
import { decodePageToken, encodePageToken, type PagePosition } from './page-token.ts';
import { searchedTimes, widenWindows, type TimeRange } from './time-windows.ts';
import { findTraceEdge } from './trace-edge.ts';

interface KeyRow {
  readonly session: string;
  readonly sort_value: string;
}

interface SessionRow {
  readonly session: string;
  readonly first_ns: string;
  readonly last_ns: string;
  readonly traces_in_it: string;
  readonly errors_in_it: string;
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
    const after =
      search.after === undefined
        ? undefined
        : decodePageToken(identity, search.after, { values: [sessionOrderType(search.order)] });
    const keys = await this.findKeys(search, after);
    const page = keys.slice(0, search.limit);
    const sessions = await this.read(search, page);
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
    const [session] = await this.read({ workspaceId, experimentIds }, [{ session: sessionId }]);
    return session;
  }

  /** One more than the page holds, which tells whether there is another. */
  private async findKeys(search: SessionSearch, after: PagePosition | undefined): Promise<KeyRow[]> {
    let keys: KeyRow[] = [];
    for await (const range of this.ranges(search, after)) {
      const { bounds, payloadKeys } = await this.scopeOf(search, range);
      const { sql, params } = findSessions(search, after, payloadKeys);
      const limit = search.limit + 1;
      keys = await this.connection.select<KeyRow>(sql, { ...params, ...bounds, ...range, limit });
      if (keys.length === limit) break;
    }
    return keys;
  }

  /**
   * In order of activity, ever more of the newest traces: a session whose last one is among them is known to be there, and those
   * with an older one come after. Any other order needs all traces.
   */
  private async *ranges(search: SessionSearch, after: PagePosition | undefined): AsyncGenerator<TimeRange> {
    const whole = searchedTimes(search);
    if (search.order !== 'last_activity') {
      yield whole;
      return;
    }
    const reached = after && BigInt(after.values[0] ?? '0') + 1n;
    const rest = { from: whole.from, to: reached !== undefined && reached < whole.to ? reached : whole.to };
    if (rest.from >= rest.to) return;
    const edge = await findTraceEdge(this.connection, search.experimentIds, rest, true);
    if (edge === undefined) return;
    for (const { from } of widenWindows(rest, true, edge)) yield { from, to: whole.to };
  }

  private scopeOf(
    search: Pick<SessionSearch, 'workspaceId' | 'experimentIds' | 'filter'>,
    range: TimeRange,
  ): Promise<SpansInScope> {
    return readSpansInScope(this.connection, traceFilterNeeds(search.filter), search, range);
  }

  /** In the order of the keys. */
  private async read(
    search: Omit<SessionSearch, 'limit' | 'order'>,
    keys: readonly Pick<KeyRow, 'session'>[],
  ): Promise<Session[]> {
    if (keys.length === 0) return [];
    const names = keys.map(({ session }) => session);
    const range = searchedTimes(search);
    const { bounds, payloadKeys } = await this.scopeOf(search, range);
    const { sql, params } = readSessions(search, names, payloadKeys);
    const rows = await this.connection.select<SessionRow>(sql, { ...params, ...bounds, ...range });
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
    traceCount: Number(row.traces_in_it),
    errorCount: Number(row.errors_in_it),
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
