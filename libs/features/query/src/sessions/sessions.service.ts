import { Injectable } from '@nestjs/common';
import { parseFilter, Rejected } from '@millrace/domain';
import { SessionReader, TraceReader, type Session, type SessionPage, type TracePage } from '@millrace/ports';
import { ExperimentChoice } from '../traces/experiment-choice.ts';
import type { GetSessionQuery, ListSessionsQuery } from './sessions.dto.ts';

const MS_NS = 1_000_000n;

/** Sessions as `/api/v1` asks for them. Throws Rejected, Unavailable. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionReader,
    private readonly traces: TraceReader,
    private readonly experiments: ExperimentChoice,
  ) {}

  async list(workspaceId: string, query: ListSessionsQuery): Promise<SessionPage> {
    const filter = parseFilter(query.filter);
    return this.sessions.listSessions({
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      order: query.order_by,
      limit: query.limit,
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
      ...(query.page_token !== undefined && { after: query.page_token }),
    });
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
}
