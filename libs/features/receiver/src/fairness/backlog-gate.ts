import { BacklogShares } from './backlog-shares.ts';

/** Shorter than any exporter's patience, and long enough for most queues: who waits here needs not send again. */
const PATIENCE_MS = 1_000;
/** The queue is looked at all the time, so nobody is sent away for longer. */
const LONGEST_RETRY_MS = 3_000;

interface Waiting {
  readonly workspaceId: string;
  readonly enter: (leave: () => void) => void;
}

/** Lets requests wait a moment, in the order they came, while the log's queue has more than their share of it. */
export class BacklogGate {
  private readonly shares = new BacklogShares(() => performance.now());
  private readonly waiting = new Set<Waiting>();

  get isSlowing(): boolean {
    return this.shares.isSlowing;
  }

  /** Resolves with what is to be called when the request has ended; with undefined when it could not come in: see `retryAfterMs`. */
  async enter(workspaceId: string, isPromised: boolean): Promise<(() => void) | undefined> {
    if (isPromised || this.shares.admits(workspaceId)) return this.shares.enter(workspaceId);
    return new Promise((resolve) => {
      const waiting = {
        workspaceId,
        enter: (leave: () => void): void => {
          clearTimeout(timer);
          resolve(leave);
        },
      };
      const timer = setTimeout(() => {
        this.waiting.delete(waiting);
        resolve(undefined);
      }, PATIENCE_MS);
      this.waiting.add(waiting);
    });
  }

  get retryAfterMs(): number {
    return Math.min(LONGEST_RETRY_MS, Math.max(1_000, this.shares.tooLongMs));
  }

  note(workspaceId: string, bytes: number): void {
    this.shares.note(workspaceId, bytes);
  }

  /** To be called several times a second while anything is sent. */
  weigh(lagMs: number): void {
    this.shares.weigh(lagMs);
    for (const waiting of this.waiting) {
      if (!this.shares.admits(waiting.workspaceId)) continue;
      this.waiting.delete(waiting);
      waiting.enter(this.shares.enter(waiting.workspaceId));
    }
  }
}
