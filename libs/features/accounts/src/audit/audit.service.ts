import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, AuditEntry } from '@millrace/access';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';

export interface AuditSearch {
  /** Name of the user or key. */
  readonly actor?: string | undefined;
  /** Part of the endpoint's method and path. */
  readonly action?: string | undefined;
  /** Whether what was done to the installation is told too: who signed in, changes of users and workspaces. */
  readonly isOfInstallation: boolean;
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What was done in a workspace. Throws Rejected for a token of another search, Unavailable while PostgreSQL is down. */
@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. */
  search(
    workspaceId: string,
    { actor, action, isOfInstallation, limit, pageToken }: AuditSearch,
  ): Promise<AuditPage> {
    const search = [workspaceId, actor ?? '', action ?? ''];
    return askDatabase(this.dataSource, async (manager) => {
      const query = manager
        .createQueryBuilder(AuditEntry, 'e')
        .where(
          isOfInstallation
            ? '(e.workspaceId = :workspaceId OR e.workspaceId IS NULL)'
            : 'e.workspaceId = :workspaceId',
          { workspaceId },
        );
      if (actor !== undefined) query.andWhere('e.actorName = :actor', { actor });
      if (action !== undefined) query.andWhere('position(:action in e.action) > 0', { action });
      if (pageToken !== undefined) {
        const [time, id] = decodePageToken(pageToken, search, [0, ''] as const);
        query.andWhere('(e.time, e.id) < (:time, :id)', { time, id });
      }
      const found = await query
        .orderBy('e.time', 'DESC')
        .addOrderBy('e.id', 'DESC')
        .take(limit + 1)
        .getMany();
      const entries = found.slice(0, limit);
      const last = entries.at(-1);
      if (found.length <= limit || !last) return { entries };
      return { entries, next: encodePageToken(search, [last.time, last.id]) };
    });
  }
}
