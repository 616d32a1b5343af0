import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { KeptJobs } from '@millrace/jobs';
import { JobQueue, type JobCounts, type JobStatus, type SetAsideJob } from '@millrace/ports';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';

export interface SetAsidePage {
  readonly jobs: readonly SetAsideJob[];
  readonly nextPageToken: string | undefined;
}

/** Jobs of one workspace: another's are answered as if there were none. */
@Injectable()
export class JobsService {
  constructor(
    private readonly queue: JobQueue,
    private readonly kept: KeptJobs,
  ) {}

  count(workspaceId: string): Promise<JobCounts[]> {
    return this.queue.count(workspaceId);
  }

  async get(workspaceId: string, id: string): Promise<JobStatus> {
    const job = await this.queue.find(id);
    if (job === undefined || job.workspaceId !== workspaceId) {
      throw new Rejected(
        `There is no job '${id}'. Jobs that ended are known for two hours, those set aside until they are discarded.`,
        'not-found',
      );
    }
    return job;
  }

  async listSetAside(
    workspaceId: string,
    limit: number,
    pageToken: string | undefined,
  ): Promise<SetAsidePage> {
    const search = ['set-aside', workspaceId];
    const after = pageToken === undefined ? undefined : decodePageToken(pageToken, search, [''] as const)[0];
    const jobs = await this.queue.listSetAside({ workspaceId, limit: limit + 1, after });
    const page = jobs.slice(0, limit);
    const last = page.at(-1);
    const hasMore = jobs.length > limit && last !== undefined;
    return { jobs: page, nextPageToken: hasMore ? encodePageToken(search, [last.id]) : undefined };
  }

  async replay(workspaceId: string, id: string): Promise<JobStatus> {
    await this.get(workspaceId, id);
    await this.queue.replay(id);
    return this.get(workspaceId, id);
  }

  async discard(workspaceId: string, id: string): Promise<void> {
    await this.get(workspaceId, id);
    // First: else it would seem lost.
    await this.kept.forget([id]);
    await this.queue.discard(id);
  }

  async cancel(workspaceId: string, id: string): Promise<JobStatus> {
    await this.get(workspaceId, id);
    await this.queue.cancel(id);
    return this.get(workspaceId, id);
  }
}
