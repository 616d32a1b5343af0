import { Rejected, Unavailable } from '@millrace/domain';
import type { LogEntry, ShardLag, SpanFeedConsumption, SpanLogConsumer } from '@millrace/ports';
import { GroupDelivery } from '../delivery/group-delivery.ts';
import type { DamagedLogError } from '../segments/damaged-log-error.ts';
import type { StoredRecord } from '../segments/log-cursor.ts';
import type { PositionFile } from '../segments/position-file.ts';
import type { SegmentedLog } from '../segments/segmented-log.ts';
import { numberOf, sequenceOf } from './sequence.ts';

/** The only shard of a local log. */
const SHARD = 0;

export interface LocalConsumptionOptions {
  readonly log: SegmentedLog;
  readonly position: PositionFile;
  readonly consumer: SpanLogConsumer;
  readonly onCommitted: () => void;
}

/** Delivery of the local log to one consumer of this process. */
export class LocalConsumption implements SpanFeedConsumption {
  private delivery: GroupDelivery | undefined;
  private stopping: Promise<void> | undefined;
  private isOwner = true;

  constructor(private readonly options: LocalConsumptionOptions) {}

  /** False once it has stopped for good. */
  get isActive(): boolean {
    return this.isOwner;
  }

  get damage(): DamagedLogError | undefined {
    return this.delivery?.damage;
  }

  async start(): Promise<void> {
    const { log, position, consumer } = this.options;
    try {
      await consumer.onAssigned([{ shard: SHARD, owns: () => true }]);
    } catch (error) {
      this.isOwner = false;
      throw error;
    }
    if (this.stopping !== undefined) return;
    this.delivery = new GroupDelivery({
      log,
      committed: () => position.position,
      onRecords: (records) => consumer.onEntries(SHARD, records.map(toEntry)),
    });
  }

  async commit(shard: number, sequence: bigint): Promise<void> {
    if (!this.isOwner || shard !== SHARD) {
      throw new Unavailable(
        `shard ${shard} of the local log is not owned by this consumption; its entries will come again`,
      );
    }
    const { log, position, onCommitted } = this.options;
    const end = numberOf(sequence) + 1;
    if (end > log.end) throw new Rejected(`sequence ${sequence} is not in the log: it can't be committed`);
    try {
      await position.advance(end);
    } catch (error) {
      throw new Unavailable(`the consumer's position could not be written: ${String(error)}`, 1_000, {
        cause: error,
      });
    }
    onCommitted();
  }

  async lag(): Promise<readonly ShardLag[]> {
    const { log, position } = this.options;
    return [{ shard: SHARD, records: Math.max(0, log.end - position.position) }];
  }

  stop(): Promise<void> {
    this.stopping ??= this.shut();
    return this.stopping;
  }

  private async shut(): Promise<void> {
    await this.delivery?.stop();
    try {
      await this.options.consumer.onRevoked([SHARD]);
    } finally {
      this.isOwner = false;
    }
  }
}

function toEntry({ number, appendedAt, value }: StoredRecord): LogEntry {
  return { shard: SHARD, sequence: sequenceOf(number), appendedAt, value };
}
