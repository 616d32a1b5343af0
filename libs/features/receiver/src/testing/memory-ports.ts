import { setImmediate } from 'node:timers/promises';
import { Rejected } from '@millrace/domain';
import {
  BlobStore,
  DomainEvents,
  SpanLog,
  type EventSubscription,
  type Freshness,
  type LogRecord,
  type SpanLogConsumption,
} from '@millrace/ports';

/** Keeps what is appended; `refusal` makes the next appends fail. */
export class MemorySpanLog extends SpanLog {
  readonly records: LogRecord[] = [];
  refusal: Error | undefined;
  /** Appends that begin while it is set wait for it. */
  gate: Promise<void> | undefined;
  waiting = 0;

  async append(records: readonly LogRecord[]): Promise<void> {
    if (this.refusal) throw this.refusal;
    if (this.gate) {
      this.waiting += 1;
      await this.gate;
      this.waiting -= 1;
    }
    this.records.push(...records);
  }

  consume(): Promise<SpanLogConsumption> {
    return Promise.reject(new Error('nothing reads this log'));
  }

  async barrier(): Promise<Freshness> {
    return { isComplete: true, completeTo: 0, lagMs: 0 };
  }

  async freshness(): Promise<Freshness> {
    return { isComplete: true, completeTo: 0, lagMs: 0 };
  }

  async checkReady(): Promise<void> {
    if (this.refusal) throw this.refusal;
  }
}

/** Events that nobody publishes. */
export class NoDomainEvents extends DomainEvents {
  async publish(): Promise<void> {}

  async subscribe(): Promise<EventSubscription> {
    return { stop: async () => undefined };
  }
}

/** Blobs by key. */
export class MemoryBlobStore extends BlobStore {
  readonly blobs = new Map<string, Uint8Array>();
  puts = 0;
  /** Most puts that were under way at once. */
  mostAtOnce = 0;
  private underWay = 0;

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.puts += 1;
    this.underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
    await setImmediate();
    this.underWay -= 1;
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

  async countAll(): Promise<number> {
    return this.blobs.size;
  }

  clear(): void {
    this.blobs.clear();
    this.puts = this.mostAtOnce = 0;
  }

  async checkReady(): Promise<void> {}
}

/** The DataSource of a registry that has the experiments 0 and 7; counts what it is asked. */
export class KnownExperiments {
  questions = 0;
  /** Rows of `sampling_rules`, all that is ever listed whole. */
  sampling: readonly object[] = [];
  /** Rows of what limits hold, as they are read with what was sent. */
  limits: readonly object[] = [];
  /** Rows of `masking_rules`, with the keys of their workspaces. */
  masking: readonly object[] = [];
  /** What the database says instead of them. */
  maskingFault: Error | undefined;
  readonly manager = {
    query: async (sql: string) => {
      if (sql.includes('usage_limits')) return this.limits;
      if (!sql.includes('masking_rules')) return [];
      if (this.maskingFault) throw this.maskingFault;
      return this.masking;
    },
    find: async () => this.sampling,
    findBy: async (_: unknown, { id }: { id: { readonly value: unknown } }) => {
      this.questions += 1;
      const wanted = id.value as readonly number[];
      return [0, 7]
        .filter((known) => wanted.includes(known))
        .map((known) => ({ id: known, workspaceId: 'default', name: '', lifecycleStage: 'active' }));
    },
  };

  async initialize(): Promise<void> {}
}
