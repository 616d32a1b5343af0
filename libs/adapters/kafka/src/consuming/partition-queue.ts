import { Logger } from '@nestjs/common';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes of one delivery, about. */
const MAX_DELIVERY_BYTES = 4 * 1024 * 1024;
const REDELIVERY_MS = 1_000;

/** How a queue steers the fetching of its partition and hands over what came. */
export interface PartitionFlow {
  pause(): void;
  resume(): void;
  seek(offset: bigint): void;
  deliver(messages: readonly KafkaMessage[]): Promise<void>;
}

/**
 * One ownership of one partition: what was fetched and not yet delivered. Fetching never waits for the consumer, since one
 * kafkajs fetch loop serves all partitions and sends the heartbeats; a full queue pauses its partition instead.
 */
export class PartitionQueue {
  private readonly logger = new Logger('Kafka');
  private readonly closing = new AbortController();
  private messages: KafkaMessage[] = [];
  private bytes = 0;
  private isPaused = false;
  private isRewinding = false;
  private pumping: Promise<void> | undefined;
  private next: bigint;
  private soughtGap: bigint | undefined;

  constructor(
    private readonly partition: number,
    /** The offset after the last committed record. */
    public committed: bigint,
    private readonly maxBytes: number,
    private readonly flow: PartitionFlow,
  ) {
    this.next = committed;
  }

  get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Delivers nothing more, from this call on. */
  close(): void {
    this.closing.abort();
    this.messages = [];
  }

  /** Resolves when a delivery that was under way has ended. */
  async settled(): Promise<void> {
    await this.pumping;
  }

  /** Takes a fetched batch. */
  offer({ batch, isStale, resolveOffset }: EachBatchPayload): void {
    if (this.isClosed || this.isRewinding || isStale()) return;
    const first = BigInt(batch.messages[0]?.offset ?? this.next);
    if (first > this.next && !this.isGapReal(first)) return;
    for (const message of batch.messages) {
      if (BigInt(message.offset) < this.next) continue;
      this.messages.push(message);
      this.bytes += message.value?.length ?? 0;
    }
    this.next = BigInt(batch.lastOffset()) + 1n;
    resolveOffset(batch.lastOffset());
    if (this.bytes >= this.maxBytes && !this.isPaused) this.setPaused(true);
    this.pumping ??= this.pump();
  }

  /**
   * Records may be skipped only when the log no longer has them. A batch fetched before a rebalance can come after it and
   * would skip what the new generation has yet to deliver: so a gap is asked for once more before it is believed.
   */
  private isGapReal(first: bigint): boolean {
    if (this.soughtGap === this.next) {
      this.logger.error(
        `partition ${this.partition}: records ${this.next} to ${first - 1n} were deleted by retention before they were read`,
      );
      return true;
    }
    this.soughtGap = this.next;
    this.flow.seek(this.next);
    return false;
  }

  private async pump(): Promise<void> {
    while (!this.isClosed && this.messages.length > 0) {
      const taken = this.take();
      try {
        await this.flow.deliver(taken);
      } catch (error) {
        this.logger.warn(
          `partition ${this.partition} is delivered again from ${this.committed}, the consumer failed: ${String(error)}`,
        );
        await this.rewind();
      }
      if (this.isPaused && !this.isClosed && this.bytes <= this.maxBytes / 2) this.setPaused(false);
    }
    this.pumping = undefined;
  }

  private take(): KafkaMessage[] {
    let count = 0;
    let bytes = 0;
    for (const { value } of this.messages) {
      const size = value?.length ?? 0;
      if (count > 0 && bytes + size > MAX_DELIVERY_BYTES) break;
      bytes += size;
      count++;
    }
    this.bytes -= bytes;
    return this.messages.splice(0, count);
  }

  private async rewind(): Promise<void> {
    this.isRewinding = true;
    this.messages = [];
    this.bytes = 0;
    if (!this.isClosed) this.setPaused(true);
    await sleep(REDELIVERY_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
    if (this.isClosed) return;
    this.next = this.committed;
    this.soughtGap = undefined;
    this.isRewinding = false;
    this.flow.seek(this.committed);
  }

  private setPaused(isPaused: boolean): void {
    this.isPaused = isPaused;
    if (isPaused) this.flow.pause();
    else this.flow.resume();
  }
}
