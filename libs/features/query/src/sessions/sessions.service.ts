import { Injectable, type StreamableFile } from '@nestjs/common';
import { parseFilter, Rejected } from '@millrace/domain';
import {
  SessionReader,
  TableExport,
  TraceReader,
  type ResultFormat,
  type Session,
  type SessionPage,
  type SessionSearch,
  type TracePage,
} from '@millrace/ports';
import { ExperimentChoice } from '@millrace/trace-access';
import { pageOf, rowsOf } from '../tables/list-fields.ts';
import { tableFile } from '../tables/table-response.ts';
import { USUAL_SESSIONS, type GetSessionQuery, type ListSessionsQuery } from './sessions.dto.ts';

const MS_NS = 1_000_000n;

/** Sessions as `/api/v1` asks for them. Throws Rejected, Unavailable. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionReader,
    private readonly traces: TraceReader,
    private readonly experiments: ExperimentChoice,
    private readonly tables: TableExport,
  ) {}

  async list(workspaceId: string, query: ListSessionsQuery): Promise<SessionPage> {
    const search = await this.searchOf(workspaceId, query);
    return this.sessions.listSessions({ ...search, ...pageOf(query, USUAL_SESSIONS) });
  }

  /** All of them, in the order of the list. */
  async table(workspaceId: string, query: ListSessionsQuery, format: ResultFormat): Promise<StreamableFile> {
    const search = await this.searchOf(workspaceId, query);
    return tableFile(await this.tables.sessions({ ...search, ...rowsOf(query) }, format), format);
  }

  async get(
    workspaceId: string,
    sessionId: string,
    query: GetSessionQuery,
  ): Promise<{ readonly session: Session; readonly page: TracePage }> {
    const experimentIds = await this.experiments.choose(workspaceId, query.experiment_id);
    const session = await this.sessions.findSession(workspaceId, experimentIds, sessionId);
    if (!session) throw new Rejected(`There is no trace of the session '${sessionId}'.`, 'not-found');
    const page = await this.traces.searchTraces({
      workspaceId,
      experimentIds,
      filter: {
        kind: 'comparison',
        field: { entity: 'trace', key: 'session' },
        comparator: '=',
        value: sessionId,
        range: { start: 0, end: 0 },
      },
      // What came since belongs to the pages as well, so they have no end.
      fromUnixNano: (session.firstUnixNano / MS_NS) * MS_NS,
      order: [{ field: 'timestamp', isDescending: false }],
      limit: query.limit,
      ...(query.page_token !== undefined && { after: query.page_token }),
    });
    return { session, page };
  }

  private async searchOf(
    workspaceId: string,
    query: ListSessionsQuery,
  ): Promise<Omit<SessionSearch, 'limit' | 'after'>> {
    const filter = parseFilter(query.filter);
    return {
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      order: query.order_by,
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
    };
  }
}
