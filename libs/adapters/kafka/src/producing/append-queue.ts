import { Unavailable } from '@millrace/domain';

/** A record whose partition is chosen. */
export interface PlacedRecord {
  readonly partition: number;
  readonly key: string | null;
  readonly value: Buffer;
}

/** One caller's records that wait for the log. */
export interface Append {
  unsettled: number;
  isFailed: boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface QueuedRecord extends PlacedRecord {
  readonly append: Append;
}

/** Records between the callers and the requests: in order, bounded in bytes. */
export class AppendQueue {
  private queued: QueuedRecord[] = [];
  private taken: readonly QueuedRecord[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get isEmpty(): boolean {
    return this.queued.length === 0;
  }

  /** Takes the records of one call, or throws Unavailable above the budget. A call alone may exceed it. */
  add(records: readonly PlacedRecord[]): Promise<void> {
    const size = records.reduce((sum, { value }) => sum + value.length, 0);
    if (this.bytes > 0 && this.bytes + size > this.maxBytes) {
      throw new Unavailable(
        `${this.bytes} bytes wait for Kafka's acknowledgement, the budget is ${this.maxBytes}; send again later`,
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const append: Append = { unsettled: records.length, isFailed: false, resolve, reject };
    this.bytes += size;
    for (const record of records) this.queued.push({ ...record, append });
    return promise;
  }

  /** The next records up to `maxBytes` together, at least one, and the calls they belong to. */
  take(maxBytes: number): { readonly appends: Append[]; readonly records: QueuedRecord[] } {
    let count = 0;
    let bytes = 0;
    for (const { value } of this.queued) {
      bytes += value.length;
      if (count > 0 && bytes > maxBytes) break;
      count++;
    }
    const records = this.queued.splice(0, count);
    this.taken = records;
    return { appends: [...new Set(records.map(({ append }) => append))], records };
  }

  /** These are in the log; a call is done with its last record. */
  settle(records: readonly QueuedRecord[]): void {
    for (const { value, append } of records) {
      this.bytes -= value.length;
      if (--append.unsettled === 0) append.resolve();
    }
    this.taken = [];
  }

  /** The records last taken did not make it: their calls are rejected, what is left of them is dropped. */
  fail(appends: readonly Append[], error: Error): void {
    for (const append of appends) append.isFailed = true;
    for (const append of appends) append.reject(error);
    this.queued = this.queued.filter((record) => {
      if (record.append.isFailed) this.bytes -= record.value.length;
      return !record.append.isFailed;
    });
    for (const { value } of this.taken) this.bytes -= value.length;
    this.taken = [];
  }

  /** Rejects everything that waits. */
  failAll(error: Error): void {
    this.fail([...new Set(this.queued.map(({ append }) => append))], error);
  }
}
