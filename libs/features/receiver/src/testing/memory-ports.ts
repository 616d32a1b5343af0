import type { ExperimentPlace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { BlobStore, SpanLog, type Freshness, type LogRecord, type SpanLogConsumption } from '@millrace/ports';

/** Keeps what is appended; `refusal` makes the next appends fail. */
export class MemorySpanLog extends SpanLog {
  readonly records: LogRecord[] = [];
  refusal: Error | undefined;

  async append(records: readonly LogRecord[]): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.records.push(...records);
  }

  consume(): Promise<SpanLogConsumption> {
    return Promise.reject(new Error('nothing reads this log'));
  }

  async barrier(): Promise<Freshness> {
    return { isComplete: true, completeTo: 0 };
  }

  async freshness(): Promise<Freshness> {
    return { isComplete: true, completeTo: 0 };
  }

  async checkReady(): Promise<void> {}
}

/** Blobs by key. */
export class MemoryBlobStore extends BlobStore {
  readonly blobs = new Map<string, Uint8Array>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.blobs.set(key, bytes);
  }

  async get(key: string): Promise<Uint8Array> {
    const bytes = this.blobs.get(key);
    if (!bytes) throw new Rejected(`no blob ${key}`, 'not-found');
    return bytes;
  }

  async removeAll(): Promise<void> {
    this.blobs.clear();
  }

  async checkReady(): Promise<void> {}
}

/** Knows experiments 0 and 7. */
export async function resolveKnown({
  experimentId,
}: {
  experimentId?: string | undefined;
}): Promise<ExperimentPlace> {
  if (experimentId !== undefined && !['0', '7'].includes(experimentId)) {
    throw new Rejected(`No Experiment with id=${experimentId} exists`, 'not-found');
  }
  return { workspaceId: 'default', experimentId: Number(experimentId ?? 0) };
}
