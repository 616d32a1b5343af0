import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, ExperimentDirectory, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import { activeExperiment } from '../input/active-experiment.ts';
import { StoredTraces } from '../traces/stored-traces.ts';
import { Issue, type IssueSeverity, type IssueStatus } from './issue.entity.ts';
import { searchIssues, type IssuePage } from './search-issues.ts';

export interface NewIssue {
  readonly experimentId: string;
  readonly name: string;
  readonly description: string;
  readonly status?: IssueStatus | undefined;
  readonly severity?: IssueSeverity | undefined;
  readonly rootCauses: readonly string[];
  readonly categories: readonly string[];
  readonly sourceRunId?: string | undefined;
  readonly createdBy?: string | undefined;
}

/** What is absent stays. */
export interface IssueUpdate {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly status?: IssueStatus | undefined;
  readonly severity?: IssueSeverity | undefined;
}

export interface IssueQuery {
  readonly experimentId?: string | undefined;
  readonly filter: string;
  readonly limit: number;
  readonly pageToken?: string | undefined;
  readonly isCounted: boolean;
}

const LONGEST_NAME = 250;
const LONGEST_TEXT = 20_000;
const LONGEST_ID = 250;
const MOST_ITEMS = 100;

/** Problems found in the traces of experiments. Throws Rejected for what can't be, Unavailable while a store is down. */
@Injectable()
export class IssuesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: ExperimentDirectory,
    private readonly traces: StoredTraces,
  ) {}

  async create(workspaceId: string, given: NewIssue): Promise<Issue> {
    const { experimentId } = await activeExperiment(this.directory, workspaceId, given.experimentId);
    checkIssue(given);
    const now = Date.now();
    return this.ask(async (manager) => {
      const issue = manager.create(Issue, {
        id: `iss-${randomUUID().replaceAll('-', '')}`,
        workspaceId,
        experimentId,
        name: given.name,
        description: given.description,
        status: given.status ?? 'pending',
        severity: given.severity ?? null,
        rootCauses: [...given.rootCauses],
        categories: [...given.categories],
        sourceRunId: given.sourceRunId ?? null,
        createdBy: given.createdBy ?? null,
        creationTime: now,
        lastUpdateTime: now,
      });
      await manager.insert(Issue, issue);
      return issue;
    });
  }

  async get(workspaceId: string, id: string): Promise<Issue> {
    const issue = await this.ask((manager) => manager.findOneBy(Issue, { id, workspaceId }));
    return issue ?? Promise.reject(unknownIssue(id));
  }

  async update(workspaceId: string, id: string, update: IssueUpdate): Promise<Issue> {
    if (update.name !== undefined) checkText('The name of an issue', update.name, LONGEST_NAME);
    if (update.description !== undefined)
      checkText('The description of an issue', update.description, LONGEST_TEXT);
    return changeDatabase(this.dataSource, `Issue '${id}' is there already.`, async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const issue = await manager.findOne(Issue, { where: { id, workspaceId }, lock });
      if (!issue) throw unknownIssue(id);
      return manager.save(Issue, {
        ...issue,
        name: update.name ?? issue.name,
        description: update.description ?? issue.description,
        status: update.status ?? issue.status,
        severity: update.severity ?? issue.severity ?? null,
        lastUpdateTime: Math.max(Date.now(), issue.lastUpdateTime),
      });
    });
  }

  /** The most severe first; then those with the most traces, if they are counted; then the newest. */
  async search(workspaceId: string, query: IssueQuery): Promise<IssuePage> {
    const experimentId = query.experimentId === undefined ? undefined : parseExperimentId(query.experimentId);
    if (query.experimentId !== undefined && experimentId === undefined) return { issues: [] };
    const counts = query.isCounted ? await this.count(workspaceId, experimentId) : undefined;
    const search = { ...query, experimentId };
    return this.ask((manager) => searchIssues(manager, workspaceId, search, counts));
  }

  private async count(workspaceId: string, experimentId: number | undefined): Promise<Map<string, number>> {
    const experiments =
      experimentId === undefined
        ? await this.ask((manager) => experimentsWithIssues(manager, workspaceId))
        : [experimentId];
    return this.traces.countByIssue(workspaceId, experiments);
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }
}

async function experimentsWithIssues(manager: EntityManager, workspaceId: string): Promise<number[]> {
  const rows = await manager
    .createQueryBuilder(Issue, 'issue')
    .select('DISTINCT issue.experimentId', 'id')
    .where({ workspaceId })
    .getRawMany<{ id: number }>();
  return rows.map(({ id }) => id);
}

function checkIssue({ name, description, rootCauses, categories, sourceRunId, createdBy }: NewIssue): void {
  checkText('The name of an issue', name, LONGEST_NAME);
  checkText('The description of an issue', description, LONGEST_TEXT);
  checkList('root causes', rootCauses);
  checkList('categories', categories);
  checkLength('The source run of an issue', sourceRunId ?? '', LONGEST_ID);
  checkLength('The creator of an issue', createdBy ?? '', LONGEST_ID);
}

function checkList(what: string, texts: readonly string[]): void {
  if (texts.length > MOST_ITEMS) {
    throw new Rejected(`An issue has at most ${MOST_ITEMS} ${what}, not ${texts.length}.`);
  }
  for (const text of texts) checkLength(`One of the ${what} of an issue`, text, LONGEST_TEXT);
}

function unknownIssue(id: string): Rejected {
  return new Rejected(`Issue with ID '${id}' not found`, 'not-found');
}
