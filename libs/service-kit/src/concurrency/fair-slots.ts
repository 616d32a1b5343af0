import { Throttled } from '@millrace/domain';
import { FairLine } from './fair-line.ts';

export interface FairSlotsOptions {
  /** How much may be under way. */
  readonly atOnce: number;
  /** How much of one tenant, so that another one that comes finds room. */
  readonly atOnceOfOne: number;
  /** How many of one tenant may wait. */
  readonly mostWaiting: number;
  readonly longestWaitMs: number;
}

/** One in the line; its turn may come, or it gives up. */
interface Waiter {
  readonly tenant: string;
  readonly begin: () => void;
}

/** A bound on what is under way at once, fair between tenants: whoever has the least under way is next, then they take turns. */
export class FairSlots {
  private readonly line = new FairLine<Waiter>();
  private readonly running = new Map<string, number>();
  private readonly mostOf = new Map<string, number>();
  private total = 0;

  constructor(private readonly options: FairSlotsOptions) {}

  /**
   * Does the work when its turn comes. Throws Throttled when too many wait already or the wait is too long.
   * @param most of this tenant at once, where it has a limit of its own.
   */
  async run<Result>(tenant: string, most: number | undefined, work: () => Promise<Result>): Promise<Result> {
    this.mostOf.set(tenant, Math.min(most ?? Infinity, this.options.atOnceOfOne));
    await this.enter(tenant);
    try {
      return await work();
    } finally {
      this.leave(tenant);
    }
  }

  private async enter(tenant: string): Promise<void> {
    if (this.hasRoom() && this.weightOf(tenant) < Infinity) return this.begin(tenant);
    const { mostWaiting, longestWaitMs } = this.options;
    if (this.line.sizeOf(tenant) >= mostWaiting) {
      throw new Throttled(
        `${mostWaiting} queries of the workspace '${tenant}' wait already: send fewer at once.`,
        1_000,
      );
    }
    const turn = Promise.withResolvers<void>();
    const waiter: Waiter = { tenant, begin: turn.resolve };
    this.line.add(tenant, 1, waiter);
    const timer = setTimeout(() => {
      this.line.leave(tenant, waiter);
      const waited = `waited ${longestWaitMs / 1000} s for others of the workspace '${tenant}' to end`;
      turn.reject(new Throttled(`The query ${waited}: send fewer at once, or look at less.`, 5_000));
    }, longestWaitMs);
    await turn.promise.finally(() => clearTimeout(timer));
  }

  private leave(tenant: string): void {
    this.total -= 1;
    const left = (this.running.get(tenant) ?? 1) - 1;
    if (left > 0) this.running.set(tenant, left);
    else this.running.delete(tenant);
    if (left === 0 && this.line.sizeOf(tenant) === 0) this.mostOf.delete(tenant);
    while (this.hasRoom()) {
      const next = this.line.take((waiting) => this.weightOf(waiting));
      if (!next) return;
      this.begin(next.tenant);
      next.begin();
    }
  }

  private begin(tenant: string): void {
    this.total += 1;
    this.running.set(tenant, (this.running.get(tenant) ?? 0) + 1);
  }

  private hasRoom(): boolean {
    return this.total < this.options.atOnce;
  }

  /** What it has under way; Infinity when that is all it may have. */
  private weightOf(tenant: string): number {
    const running = this.running.get(tenant) ?? 0;
    return running < (this.mostOf.get(tenant) ?? this.options.atOnceOfOne) ? running : Infinity;
  }
}
