import { In, type EntityManager } from 'typeorm';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import { checkLimit, type PageRequest } from '../paging/page.ts';
import { issueFilterSql } from './issue-filter.ts';
import { Issue } from './issue.entity.ts';

export interface IssueSearch extends PageRequest {
  /** Absent: those of all experiments. */
  readonly experimentId?: number | undefined;
  readonly filter: string;
}

/** An issue, and how many traces show it if that was asked. */
export interface FoundIssue {
  readonly issue: Issue;
  readonly traceCount: number | undefined;
}

export interface IssuePage {
  readonly issues: readonly FoundIssue[];
  /** Absent on the last page. */
  readonly next?: string;
}

interface OrderedIssue {
  readonly id: string;
  readonly rank: number;
  readonly count: string;
  readonly time: string;
}

/**
 * The most severe first, then those with the most traces, then the newest. `counts` by issue id; absent if nobody asked.
 * Throws Rejected for a bad filter or token.
 */
export async function searchIssues(
  manager: EntityManager,
  workspaceId: string,
  { experimentId, filter, limit, pageToken }: IssueSearch,
  counts: ReadonlyMap<string, number> | undefined,
): Promise<IssuePage> {
  checkLimit(limit);
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const owner = ['issues', experimentId ?? -1, filter, counts !== undefined];
  const counted = [...(counts ?? [])];
  const ids = bind(counted.map(([id]) => id));
  const sums = bind(counted.map(([, count]) => count));
  const conditions = [
    `issue.workspace_id = ${bind(workspaceId)}`,
    experimentId === undefined ? undefined : `issue.experiment_id = ${bind(experimentId)}`,
    issueFilterSql(filter, bind),
    pageToken ? afterSql(pageToken, owner, bind) : undefined,
  ].filter((condition) => condition !== undefined);
  const found: readonly OrderedIssue[] = await manager.query(
    `SELECT issue.id, issue.severity_rank AS rank, coalesce(counted.count, 0) AS count, issue.creation_time AS time
     FROM issues issue LEFT JOIN unnest(${ids}::text[], ${sums}::bigint[]) AS counted(id, count) ON counted.id = issue.id
     WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}
     ORDER BY issue.severity_rank DESC, coalesce(counted.count, 0) DESC, issue.creation_time DESC, issue.id DESC
     LIMIT ${bind(limit + 1)}`,
    parameters,
  );
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    issues: await load(manager, page, counts !== undefined),
    ...(last && { next: tokenAfter(owner, last) }),
  };
}

function tokenAfter(owner: readonly unknown[], { rank, count, time, id }: OrderedIssue): string {
  return encodePageToken(owner, [Number(rank), Number(count), Number(time), id]);
}

function afterSql(token: string, owner: readonly unknown[], bind: (value: unknown) => string): string {
  const [rank, count, time, id] = decodePageToken(token, owner, [0, 0, 0, ''] as const);
  return `(issue.severity_rank, coalesce(counted.count, 0), issue.creation_time, issue.id) <
    (${bind(rank)}::smallint, ${bind(count)}::bigint, ${bind(time)}::bigint, ${bind(id)}::text)`;
}

async function load(
  manager: EntityManager,
  page: readonly OrderedIssue[],
  isCounted: boolean,
): Promise<FoundIssue[]> {
  const issues = await manager.findBy(Issue, { id: In(page.map(({ id }) => id)) });
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return page.flatMap(({ id, count }) => {
    const issue = byId.get(id);
    return issue ? [{ issue, traceCount: isCounted ? Number(count) : undefined }] : [];
  });
}
