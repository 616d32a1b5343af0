import { setImmediate as nextTurn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DamagedLogError } from '../segments/damaged-log-error.ts';
import type { LogCursor, StoredRecord } from '../segments/log-cursor.ts';
import type { SegmentedLog } from '../segments/segmented-log.ts';
import { WakeUp } from './wake-up.ts';

const BATCH_RECORDS = 1_000;
const RETRY_MS = 1_000;

export interface GroupDeliveryOptions {
  readonly log: SegmentedLog;
  /** Number of the first record that is not committed. */
  readonly committed: () => number;
  readonly onRecords: (records: readonly StoredRecord[]) => Promise<void>;
}

/** Hands the records of a log to one consumer, in order, from the committed position; starts over there when it rejects. */
export class GroupDelivery {
  private readonly logger = new Logger(GroupDelivery.name);
  private readonly wakeUp = new WakeUp();
  private readonly unsubscribe: () => void;
  private readonly running: Promise<void>;
  private isStopped = false;
  private damageFound: DamagedLogError | undefined;

  constructor(private readonly options: GroupDeliveryOptions) {
    this.unsubscribe = options.log.onGrowth(() => this.wakeUp.call());
    this.running = this.run();
  }

  /** Why delivery stands still, if records of the log can't be read. */
  get damage(): DamagedLogError | undefined {
    return this.damageFound;
  }

  /** Resolves when the consumer's running call has; no call follows. Safe to call twice. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.unsubscribe();
    this.wakeUp.call();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const cursor = this.options.log.cursor(this.options.committed());
      try {
        await this.deliver(cursor);
      } catch (error) {
        // A consumer that is being stopped may give up its call.
        if (this.isStopped) return;
        this.damageFound = error instanceof DamagedLogError ? error : undefined;
        this.logger.error(
          `delivery starts over at record ${this.options.committed()} in ${RETRY_MS} ms: ${String(error)}`,
        );
        await this.pause();
      } finally {
        await cursor.close();
      }
    }
  }

  private async deliver(cursor: LogCursor): Promise<void> {
    while (!this.isStopped) {
      this.wakeUp.reset();
      const records = await cursor.read();
      if (records.length === 0) {
        await this.wakeUp.wait();
        continue;
      }
      this.damageFound = undefined;
      for (let at = 0; at < records.length && !this.isStopped; at += BATCH_RECORDS) {
        await this.options.onRecords(records.slice(at, at + BATCH_RECORDS));
        await nextTurn();
      }
    }
  }

  private async pause(): Promise<void> {
    const until = performance.now() + RETRY_MS;
    while (!this.isStopped && performance.now() < until) {
      this.wakeUp.reset();
      await this.wakeUp.wait(until - performance.now());
    }
  }
}
