import type { SendResult } from './sending/spans-sender.ts';

/** What is to be told since it was told last. */
export interface ProgressReport {
  readonly sentSpans: number;
  readonly failedSpans: number;
  readonly lagRecords: number;
  readonly error: string | undefined;
}

/** How far one shard of a target has come. */
export class ShardProgress {
  /** All up to here was sent, refused or passed over. */
  settled: bigint | undefined;
  committed: bigint | undefined;
  lagRecords = 0;
  private sentSpans = 0;
  private failedSpans = 0;
  private error: string | undefined;
  private toldLag = -1;

  settle(sequence: bigint): void {
    this.settled = sequence;
  }

  add({ sentSpans, failedSpans, error }: SendResult): void {
    this.sentSpans += sentSpans;
    this.failedSpans += failedSpans;
    this.error = error ?? this.error;
  }

  noteFault(message: string): void {
    this.error = message;
  }

  /** Its next owner knows better: only the counts of ours are still to be told. */
  disown(): void {
    this.settled = undefined;
    this.committed = undefined;
    this.lagRecords = 0;
  }

  /** Undefined when nothing has changed. What it gives is told: give it back with `add` if that fails. */
  take(): ProgressReport | undefined {
    const { sentSpans, failedSpans, lagRecords, error } = this;
    if (sentSpans + failedSpans === 0 && error === undefined && lagRecords === this.toldLag) return undefined;
    this.sentSpans = 0;
    this.failedSpans = 0;
    this.error = undefined;
    this.toldLag = lagRecords;
    return { sentSpans, failedSpans, lagRecords, error };
  }
}
