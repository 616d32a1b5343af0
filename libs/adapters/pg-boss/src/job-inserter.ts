import { randomUUID } from 'node:crypto';
import { jobId, type JobKind, type NewJob } from '@millrace/ports';
import type { JobInsert } from 'pg-boss';
import type { BossConnection } from './boss-connection.ts';
import { HOLDERS_OF_KEYS, KEPT_SECONDS } from './queries/job-queries.ts';
import type { JobData } from './working/claim.ts';

const CHUNK = 1_000;
const DAY_SECONDS = 86_400;
const DEFAULT_PRIORITY = 5;
const LAST_PRIORITY = 10;
/** Holders of a key may end between the insert that they stopped and the question who they are. */
const MAX_TRIES = 5;

interface Numbered {
  readonly index: number;
  readonly insert: JobInsert<JobData> & { readonly id: string; readonly singletonKey: string };
}

/** Puts jobs into their queues, one of pg-boss for each kind. */
export class JobInserter {
  private readonly prepared = new Map<string, Promise<void>>();

  constructor(private readonly connection: BossConnection) {}

  /** Ids in order. */
  async insert(jobs: readonly NewJob[]): Promise<string[]> {
    const ids: string[] = [];
    const byKind = Map.groupBy(jobs.entries(), ([, job]) => job.kind.name);
    for (const [name, entries] of byKind) {
      const kind = entries[0]?.[1].kind;
      if (kind !== undefined) await this.prepare(kind);
      const numbered = entries.map(([index, job]) => ({ index, insert: toInsert(job, randomUUID()) }));
      for (let at = 0; at < numbered.length; at += CHUNK) {
        const chunk = numbered.slice(at, at + CHUNK);
        const stored = await this.insertChunk(name, chunk);
        for (const { index, insert } of chunk) ids[index] = jobId(name, stored.get(insert.id) ?? insert.id);
      }
      await this.connection.tell(`wake ${name}`);
    }
    return ids;
  }

  /** Makes the queue of a kind, once. */
  prepare(kind: JobKind<unknown>): Promise<void> {
    const known = this.prepared.get(kind.name);
    if (known !== undefined) return known;
    const preparing = this.connection
      .use((boss) => boss.createQueue(kind.name, { policy: 'exclusive', ...queueOptions() }))
      .catch((error: unknown) => {
        this.prepared.delete(kind.name);
        throw error;
      });
    this.prepared.set(kind.name, preparing);
    return preparing;
  }

  /** The id of the job there is, for each that was to be inserted. */
  private async insertChunk(name: string, chunk: readonly Numbered[]): Promise<Map<string, string>> {
    const stored = new Map<string, string>();
    let left = chunk.map(({ insert }) => insert);
    for (let tries = 0; left.length > 0 && tries < MAX_TRIES; tries++) {
      const inserted = await this.connection.use((boss) => boss.insert(name, left, { returnId: true }));
      for (const id of inserted ?? []) stored.set(id, id);
      left = left.filter(({ id }) => !stored.has(id));
      if (left.length === 0) break;
      const keys = left.map(({ singletonKey }) => singletonKey);
      const holders = await this.connection.query<{ id: string; key: string }>(HOLDERS_OF_KEYS, [name, keys]);
      const byKey = new Map(holders.map(({ id, key }) => [key, id]));
      for (const { id, singletonKey } of left) {
        const holder = byKey.get(singletonKey);
        if (holder !== undefined) stored.set(id, holder);
      }
      left = left.filter(({ id }) => !stored.has(id));
    }
    return stored;
  }
}

export function toInsert({ kind, workspaceId, payload, ...job }: NewJob, id: string): Numbered['insert'] {
  return {
    id,
    data: { workspaceId, attempts: kind.attempts, backoffMs: kind.backoffMs, payload },
    // pg-boss takes the highest first.
    priority: LAST_PRIORITY - (job.priority ?? DEFAULT_PRIORITY),
    retryLimit: kind.attempts - 1,
    // The policy lets one job wait or run for a key; one without a key is its own.
    singletonKey: job.key === undefined ? id : `key ${job.key}`,
    group: { id: workspaceId },
    ...(job.delayMs !== undefined && job.delayMs > 0 && { startAfter: job.delayMs / 1_000 }),
  };
}

/** We end and recover jobs ourselves, sooner than pg-boss could: its own limits are only a net. */
export function queueOptions() {
  return {
    expireInSeconds: DAY_SECONDS,
    retentionSeconds: 3_650 * DAY_SECONDS,
    deleteAfterSeconds: KEPT_SECONDS,
  };
}
