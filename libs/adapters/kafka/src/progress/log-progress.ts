import { encodeBarrierRecord, type Freshness } from '@millrace/ports';
import { within } from '../connection/kafka-errors.ts';
import type { TopicLink } from '../connection/topic-link.ts';
import type { PlacedRecord } from '../producing/append-queue.ts';
import { CommitWatch } from './commit-watch.ts';
import { findCompleteTo } from './complete-to.ts';
import type { LogClock } from './log-clock.ts';
import { firstUnread, readCommitted, readPositions, type PartitionPosition } from './read-positions.ts';
import { SharedRead } from './shared-read.ts';

/** A reader gets its answer, or Unavailable, this long after the time it gave. */
const GRACE_MS = 2_000;

export interface LogProgressOptions {
  /** The writer's group; this process need not be in it. */
  readonly group: string;
  readonly clock: LogClock;
  readonly append: (records: readonly PlacedRecord[]) => Promise<void>;
}

/** How far the writer is behind the log, seen from any process. */
export class LogProgress {
  private readonly positions: SharedRead<PartitionPosition[]>;
  private readonly commits: CommitWatch;
  /** By partition, the end up to which a barrier record of ours makes the writer store. */
  private readonly flushed = new Map<number, bigint>();

  constructor(
    private readonly link: TopicLink,
    private readonly options: LogProgressOptions,
  ) {
    this.positions = new SharedRead(() => readPositions(link, options.group));
    this.commits = new CommitWatch(() => readCommitted(link, options.group));
  }

  /** Freshness of one partition, or of all. */
  async freshness(partition?: number): Promise<Freshness> {
    const asked = performance.now();
    const lagging = pick(await this.positions.get(), partition).filter(isLagging);
    const time = await this.timeAt(asked);
    if (lagging.length === 0) return completeAt(time);
    const completeTo = await findCompleteTo(this.link, lagging, time);
    return { completeTo, lagMs: time - completeTo, isComplete: false };
  }

  /** As `freshness`, after waiting at most `timeoutMs` for all that the log holds at the time of the call. */
  async barrier(timeoutMs: number, partition?: number): Promise<Freshness> {
    const asked = performance.now();
    const limit = timeoutMs + GRACE_MS;
    const positions = pick(await within(this.positions.get(), limit, 'read its positions'), partition);
    const lagging = positions.filter(isLagging);
    if (lagging.length === 0) return completeAt(await this.timeAt(asked));
    const left = Math.max(0, asked + timeoutMs - performance.now());
    await within(this.flush(lagging), left + GRACE_MS, 'append a barrier');
    const targets = new Map(lagging.map(({ partition: each, end }) => [each, end]));
    if (await this.commits.wait(targets, left)) return completeAt(await this.timeAt(asked));
    return { ...(await this.freshness(partition)), isComplete: false };
  }

  /** By the clock of the brokers; who has not heard from them appends a barrier to hear it. */
  private async timeAt(asked: number): Promise<number> {
    const { clock, append } = this.options;
    const known = clock.timeAt(asked);
    if (known !== undefined) return known;
    const value = Buffer.from(encodeBarrierRecord(Date.now()));
    await within(append([{ partition: 0, key: null, value }]), GRACE_MS, 'tell the time');
    return clock.timeAt(asked) ?? 0;
  }

  /** Makes the writer store at once, by one record for all readers who wait for the same end. */
  private async flush(lagging: readonly PartitionPosition[]): Promise<void> {
    const due = lagging.filter(({ partition, end }) => (this.flushed.get(partition) ?? 0n) < end);
    if (due.length === 0) return;
    const value = Buffer.from(encodeBarrierRecord(Date.now()));
    // The barrier itself comes at `end` or after it, so it covers one more.
    for (const { partition, end } of due) this.flushed.set(partition, end + 1n);
    try {
      await this.options.append(due.map(({ partition }) => ({ partition, key: null, value })));
    } catch (error) {
      for (const { partition } of due) this.flushed.delete(partition);
      throw error;
    }
  }
}

function completeAt(time: number): Freshness {
  return { completeTo: time, lagMs: 0, isComplete: true };
}

function pick(positions: readonly PartitionPosition[], partition?: number): readonly PartitionPosition[] {
  return partition === undefined ? positions : positions.filter((each) => each.partition === partition);
}

function isLagging(position: PartitionPosition): boolean {
  return firstUnread(position) < position.end;
}
