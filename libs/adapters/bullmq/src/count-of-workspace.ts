import type { JobCounts } from '@millrace/ports';
import type { Redis } from 'ioredis';
import type { JobData } from './job-data.ts';
import type { KindQueue } from './kind-queues.ts';

const PAGE = 1_000;

/** Redis has no index by workspace: reads every job there is, page by page. What moves on meanwhile may be counted twice or not. */
export async function countOfWorkspace(
  queue: KindQueue,
  client: Redis,
  workspaceId: string,
): Promise<Omit<JobCounts, 'kind'>> {
  const count = async (...states: Parameters<KindQueue['getRanges']>[0]): Promise<number> => {
    let total = 0;
    for (const state of states) {
      for (let start = 0, size = PAGE; size === PAGE; start += PAGE) {
        const ids = await queue.getRanges([state], start, start + PAGE - 1);
        total += (await readAll(queue, client, ids)).filter((data) => isOf(data, workspaceId)).length;
        size = ids.length;
      }
    }
    return total;
  };
  return {
    waiting: await count('wait', 'prioritized'),
    delayed: await count('delayed'),
    running: await count('active'),
    setAside: await count('failed'),
  };
}

async function readAll(queue: KindQueue, client: Redis, ids: readonly string[]): Promise<JobData[]> {
  const pipeline = client.pipeline();
  for (const id of ids) pipeline.hget(queue.toKey(id), 'data');
  const replies = (await pipeline.exec()) ?? [];
  return replies.flatMap(([fault, text]) => {
    if (fault) throw fault;
    // Written by this adapter alone; gone when the job has ended meanwhile.
    return typeof text === 'string' ? [JSON.parse(text) as JobData] : [];
  });
}

/** The next time of a repetition waits as a delayed job, and is none. */
function isOf(data: JobData, workspaceId: string): boolean {
  return data.workspaceId === workspaceId && data.fires === undefined;
}
