import { Unavailable } from '@millrace/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommittedPosition } from './read-positions.ts';

const POLL_MS = 20;
const POLL_AFTER_FAULT_MS = 200;

/** By partition, the offset that must be committed. */
export type CommitTargets = ReadonlyMap<number, bigint>;

interface Waiter {
  readonly targets: CommitTargets;
  readonly resolve: (isReached: boolean) => void;
  readonly reject: (error: Unavailable) => void;
}

/** Waits for commits of a group: one poller for all who wait, none when nobody does. */
export class CommitWatch {
  private readonly waiters = new Set<Waiter>();
  private isPolling = false;
  private fault: Unavailable | undefined;

  constructor(private readonly read: () => Promise<ReadonlyMap<number, CommittedPosition>>) {}

  /** True when all targets were committed in time. Throws Unavailable when time is up and the commits can't be read. */
  async wait(targets: CommitTargets, timeoutMs: number): Promise<boolean> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const waiter = { targets, resolve, reject };
    this.waiters.add(waiter);
    const timer = setTimeout(() => (this.fault ? reject(this.fault) : resolve(false)), timeoutMs);
    if (!this.isPolling) void this.poll();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.waiters.delete(waiter);
    }
  }

  private async poll(): Promise<void> {
    this.isPolling = true;
    while (this.waiters.size > 0) {
      try {
        const committed = await this.read();
        this.fault = undefined;
        for (const { targets, resolve } of this.waiters) if (isReached(targets, committed)) resolve(true);
      } catch (error) {
        this.fault = error instanceof Unavailable ? error : new Unavailable(String(error));
      }
      await sleep(this.fault ? POLL_AFTER_FAULT_MS : POLL_MS);
    }
    this.isPolling = false;
  }
}

function isReached(targets: CommitTargets, committed: ReadonlyMap<number, CommittedPosition>): boolean {
  for (const [partition, target] of targets) {
    if ((committed.get(partition)?.offset ?? 0n) < target) return false;
  }
  return true;
}
