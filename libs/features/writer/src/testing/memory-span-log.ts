import {
  SpanLog,
  encodeBarrierRecord,
  type Freshness,
  type LogEntry,
  type LogRecord,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import type { CrashPoints } from './crash-points.ts';

/** The durable part of a one-shard log: outlives the "processes" of a test. */
export class LogFile {
  readonly entries: LogEntry[] = [];
  committed = 0n;

  append(values: readonly Uint8Array[]): void {
    for (const value of values)
      this.entries.push({ shard: 0, sequence: BigInt(this.entries.length + 1), appendedAt: 1, value });
  }
}

/** A working SpanLog in memory, with one process's life on a LogFile. */
export class MemorySpanLog extends SpanLog {
  private delivered = 0n;
  private consumer: SpanLogConsumer | undefined;
  private pump: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly file: LogFile,
    private readonly crash: CrashPoints,
    private readonly batchSize = 3,
  ) {
    super();
    this.delivered = file.committed;
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    this.file.append(records.map(({ value }) => value));
    this.wake();
  }

  async consume(consumer: SpanLogConsumer): Promise<SpanLogConsumption> {
    await consumer.onAssigned([{ shard: 0, owns: () => true }]);
    this.consumer = consumer;
    this.wake();
    return {
      commit: async (_, sequence) => {
        await this.crash.step();
        this.file.committed = sequence;
        await this.crash.step();
      },
      stop: async () => void (this.isStopped = true),
    };
  }

  async barrier(): Promise<Freshness> {
    const end = BigInt(this.file.entries.length);
    if (this.file.committed < end) await this.append([{ key: '', value: encodeBarrierRecord(1) }]);
    while (this.file.committed < end) await new Promise((resolve) => setTimeout(resolve, 1));
    return { isComplete: true, completeTo: 0, lagMs: 0 };
  }

  async freshness(): Promise<Freshness> {
    return { isComplete: this.file.committed >= BigInt(this.file.entries.length), completeTo: 0, lagMs: 0 };
  }

  async checkReady(): Promise<void> {}

  private wake(): void {
    this.pump = this.pump.then(async () => {
      while (this.consumer && !this.isStopped && this.delivered < BigInt(this.file.entries.length)) {
        const from = Number(this.delivered);
        const batch = this.file.entries.slice(from, from + this.batchSize);
        this.delivered += BigInt(batch.length);
        await this.consumer.onEntries(0, batch);
      }
    });
  }
}
