import { PriceDirectory, SamplingDirectory, SamplingLedger, type SamplingRules } from '@millrace/access';
import { Metrics } from '@millrace/service-kit';
import { BlobStore, DomainEvents, type EventSubscription } from '@millrace/ports';
import {
  isTraceEvent,
  Rejected,
  type DomainEvent,
  type PriceOverride,
  type TraceEvent,
} from '@millrace/domain';
import { Completions } from '../completing/completions.service.ts';
import { TraceSampler } from '../completing/trace-sampler.ts';
import { BatchWriter } from '../storing/batch-writer.service.ts';
import { TraceCache } from '../storing/trace-cache.ts';
import { WriterMetrics } from '../writer-metrics.ts';
import { WriterOptions, writerConfigSchema, type WriterConfig } from '../writer.config.ts';
import { WriterService } from '../writer.service.ts';
import type { MemorySpanLog } from './memory-span-log.ts';
import type { MemorySpanStore } from './memory-span-store.ts';

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

  async removeAll(prefix: string): Promise<void> {
    for (const key of this.blobs.keys()) if (key.startsWith(prefix)) this.blobs.delete(key);
  }

  async countAll(prefix: string): Promise<number> {
    return [...this.blobs.keys()].filter((key) => key.startsWith(prefix)).length;
  }

  async checkReady(): Promise<void> {}
}

/** Keeps what was published. */
export class MemoryDomainEvents extends DomainEvents {
  readonly published: TraceEvent[] = [];

  async publish(events: readonly DomainEvent[]): Promise<void> {
    this.published.push(...events.filter(isTraceEvent));
  }

  async subscribe(): Promise<EventSubscription> {
    return { stop: async () => undefined };
  }
}

/** Prices of a workspace without PostgreSQL. */
export class MemoryPriceDirectory extends PriceDirectory {
  constructor(public overrides: readonly PriceOverride[] = []) {
    // Nothing here asks the database.
    super(undefined as never);
  }

  override overridesOf(): readonly PriceOverride[] {
    return this.overrides;
  }
}

/** Sampling rules without PostgreSQL. */
export class MemorySamplingDirectory extends SamplingDirectory {
  constructor(public current: SamplingRules = new Map()) {
    // Nothing here asks the database.
    super(undefined as never);
  }

  override rules(): SamplingRules {
    return this.current;
  }
}

/** Remembers what sampling dropped. */
export class MemorySamplingLedger extends SamplingLedger {
  traces = 0;
  spans = 0;

  constructor() {
    super(undefined as never);
  }

  override noteDropped(_: number, traces: number, spans: number): void {
    this.traces += traces;
    this.spans += spans;
  }
}

export interface WriterParts {
  readonly log: MemorySpanLog;
  readonly store: MemorySpanStore;
  readonly blobs?: MemoryBlobStore;
  readonly events?: MemoryDomainEvents;
  readonly config?: Partial<WriterConfig>;
  readonly prices?: PriceDirectory;
  readonly sampling?: SamplingDirectory;
  readonly ledger?: SamplingLedger;
}

/** A writer wired by hand, as one process would have it, running. */
export function startWriter({
  log,
  store,
  blobs = new MemoryBlobStore(),
  events = new MemoryDomainEvents(),
  config,
  prices = new MemoryPriceDirectory(),
  sampling = new MemorySamplingDirectory(),
  ledger = new MemorySamplingLedger(),
}: WriterParts): WriterService {
  const options = new WriterOptions(writerConfigSchema.parse({ lingerMs: 1, busyLingerMs: 1, ...config }));
  const metrics = new WriterMetrics(new Metrics());
  const cache = new TraceCache(options);
  const batches = new BatchWriter(store, blobs, metrics, cache, prices);
  const sampler = new TraceSampler(log, store, sampling, ledger, metrics);
  const writer = new WriterService(
    log,
    batches,
    new Completions(store, events, cache, sampler, options),
    metrics,
    options,
  );
  writer.onApplicationBootstrap();
  return writer;
}
